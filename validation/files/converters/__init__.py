"""Other people's files as plain text, their numerals untouched: a module a kind, what is common, a process with limits.

Each kind's module has `converted(data, encoding)`, which raises `Refused`. They import large libraries, the extra
`documents`, and read what strangers wrote: so they run in a process of their own, by `process.converted`.
"""

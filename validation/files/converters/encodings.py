"""Bytes as text: by the mark at their beginning, as UTF-8, as the page itself says, and last by a guess."""

from __future__ import annotations

import codecs
import re

from validation.files.converters.converted import Refused

UTF_8 = "utf-8"

# A mark of UTF-32 begins as one of UTF-16 does.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# How far into a page its encoding is looked for; the standard has 1,024 bytes, and pages are careless.
_HEAD = 4096
_SAID = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})|<\?xml[^>]{1,200}?encoding=[\"']([\w.:-]{2,40})", re.I
)
# As browsers read them: the names are older than the signs that pages mean by them.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
# Python's own notations, and one that hides signs; no file is written in them.
_NONE = {"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem"}
# Of a text's controls these stand for something; so many others in a thousand characters, and it is none.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FEW = 1 / 1000


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """The text and the name of its encoding: the one that is given, or the one that is found. Raises `Refused`."""
    name = _known(encoding) if encoding else _marked(data) or _found(data)
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise Refused(f"it is not in {name}: its byte {error.start:,} is not", "name another with --encoding") from None
    if "\0" in text or len(_CONTROLS.findall(text)) > len(text) * _FEW:
        raise _none()
    return text, name.removesuffix("-sig")


def remarks(name: str) -> tuple[str, ...]:
    """What is told of a text's encoding, where it isn't the usual one."""
    return () if name == UTF_8 else (f"read as {name}; if signs in it look wrong, name another with --encoding",)


def _known(name: str) -> str:
    found = _lookup(name)
    if not found:
        raise Refused(f"there is no encoding {name!r}", "name one such as windows-1252")
    return found


def _lookup(name: str) -> str:
    """Python's name of an encoding, "" where it is none that files are written in."""
    try:
        bytes(4).decode(name)  # not all that can be looked up makes text
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return "" if found in _NONE else found


def _marked(data: bytes) -> str:
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")


def _found(data: bytes) -> str:
    """What the bytes are in, where no mark says so. Raises `Refused` where they are no text."""
    try:
        data.decode(UTF_8)
        return UTF_8 if b"\0" not in data else _guessed(data)
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not data[: error.start].isascii():
            raise Refused("it ends in the middle of a character", "get the whole file") from None
    said = _SAID.search(data[:_HEAD])
    return (said and _that_fits(data, (said[1] or said[2]).decode("ascii", "replace"))) or _guessed(data)


def _that_fits(data: bytes, said: str) -> str:
    """The encoding of a name, as it is meant, where the bytes are in it; else nothing."""
    named = _lookup(said)
    for name in dict.fromkeys((_MEANT.get(named, named), named)):
        try:
            data.decode(name or UTF_8)
            return name
        except UnicodeDecodeError:
            continue
    return ""


def _guessed(data: bytes) -> str:
    import chardet  # 0.2 s, and most files are in UTF-8

    name = _that_fits(data, chardet.detect(data)["encoding"] or "")
    if not name:
        raise _none()
    return name


def _none() -> Refused:
    return Refused("it is neither text, Markdown, HTML, PDF nor DOCX", "save it as one of them")

"""Documents that are not what the tables say: other bytes, other numbers, passages that moved or are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, Edit, Files, Special, bytes_edit, of_row, text_edit
from tests.validation.corruptions.files import BOM
from tests.validation.corruptions.numbers import changed
from validation.language import qualifiers


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can happen to the documents after their numbers were read."""
    sources = [row for row in collection.rows("sources") if row["file"]]
    for number, source in enumerate(sources):
        yield from _file(source, sources[number - 1])
    files = {source.key: f"seeds/{source['file']}" for source in sources}
    for row in collection.some(collection.quoting("observations"), 10, "new numbers"):
        yield from _passage(row, files[row["source_id"]])
    for row in collection.some(collection.rows("mentions"), 6, "new datings"):
        yield from _passage(row, files[row["source_id"]])
    for row in collection.some(collection.rows("exclusions"), 3, "moved"):
        yield _moved(row, files[row["source_id"]])


def _file(source: Row, other: Row) -> Iterator[Corruption]:
    path, line = f"seeds/{source['file']}", source.line

    def found(what: str, rule: str, edit: Edit) -> Corruption:
        return Corruption(f"document-{what}-{source.key}", "sources.csv", line, rule, edit, documents=True)

    yield found("missing", "document/present", lambda files: _without(files, path))
    yield found("replaced", "document/checksum", _copied(path, f"seeds/{other['file']}"))
    for what, rule, change in _CHANGES:
        yield found(what, rule, bytes_edit(path, change))


def _without(files: Files, path: str) -> None:
    del files[path]


def _copied(path: str, other: str) -> Edit:
    def edit(files: Files) -> None:
        files[path] = files[other]

    return edit


_CHANGES: tuple[tuple[str, str, Callable[[bytes], bytes | Special]], ...] = (
    ("folder", "document/name", lambda data: Special("folder")),
    ("link-out-of-the-folder", "document/name", lambda data: Special("link", data)),
    ("empty", "document/checksum", lambda data: b""),
    ("one-letter", "document/checksum", lambda data: data.replace(b"e", b"a", 1)),
    ("byte-order-mark", "document/checksum", lambda data: BOM + data),
    ("crlf", "document/checksum", lambda data: data.replace(b"\n", b"\r\n")),
    ("cut", "document/length", lambda data: data[: data.rindex(b" ")]),
    ("longer", "document/length", lambda data: data + b"\n"),
    ("utf-16", "document/encoding", lambda data: data.decode().encode("utf-16")),
    ("latin-1", "document/encoding", lambda data: data[:9] + b"\xe9" + data[9:]),
    ("nul", "document/checksum", lambda data: data[:9] + b"\0" + data[9:]),
)


def _passage(row: Row, path: str) -> Iterator[Corruption]:
    def found(what: str, rule: str, old: str, new: str) -> Corruption:
        return of_row(
            f"document-{what}", row, rule, text_edit(path, lambda text: text.replace(old, new)), documents=True
        )

    quote = row["quote"]
    said = qualifiers.as_said(quote, row["printed"])
    if changed(row["printed"]) != row["printed"]:
        other = quote.replace(row["printed"], changed(row["printed"]))
        yield found("other-number", "evidence/number", quote, other)
    if said != row["printed"]:
        yield found("no-qualifier", "evidence/number", quote, quote.replace(said, row["printed"]))
    yield found("passage-gone", "evidence/gone", quote, "")
    yield found("passage-twice", "evidence/unique", quote, f"{quote} and then {quote}")
    yield _moved(row, path)


def _moved(row: Row, path: str) -> Corruption:
    edit = text_edit(path, lambda text: f"Corrected. {text}")
    return of_row("document-sentence-before", row, "evidence/moved", edit, documents=True)

"""Files that are broken as files: missing, no file, in another encoding, with other line ends or unseen characters."""

from __future__ import annotations

from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import (
    Corruption,
    Files,
    Special,
    bytes_edit,
    cells_edit,
    line_edit,
    path_of,
    text_edit,
)
from validation.files.schemas import TABLES

BOM = b"\xef\xbb\xbf"
# No reader sees these, and each can make one number look like another.
UNSEEN = {
    "nul": "\0",
    "backspace": "\b",
    "delete": "\x7f",
    "next-line": "\x85",
    "soft-hyphen": "\xad",
    "zero-width-space": "\u200b",
    "line-separator": "\u2028",
    "right-to-left-override": "\u202e",
    "isolate": "\u2066",
    "zero-width-no-break-space": "\ufeff",
    "tag": "\U000e0031",
    "replacement": "\ufffd",
}


def generate(collection: Collection) -> Iterator[Corruption]:
    """Every kind of broken file for every table, and what the description of the package can suffer."""
    for table in TABLES:
        yield from _whole(table, collection.files[path_of(table)])
    for number, table in enumerate(table for table in TABLES if collection.rows(table)):
        row = collection.some(collection.rows(table), 1, f"characters of {table}")[0]
        yield from _within(row, number)
    yield from _description()


def _whole(table: str, data: bytes) -> Iterator[Corruption]:
    path, file = path_of(table), f"{table}.csv"
    lines = data.count(b"\n")
    yield Corruption(f"{table}-missing", file, 1, "file/missing", lambda files: _without(files, path))
    for what, rule, line, change in (
        ("empty", "file/empty", 1, lambda data: b""),
        ("blank", "file/empty", 1, lambda data: b"\n"),
        ("folder", "file/kind", 1, lambda data: Special("folder")),
        ("link-out-of-the-folder", "file/outside", 1, lambda data: Special("link", data)),
        ("byte-order-mark", "file/encoding", 1, lambda data: BOM + data),
        ("utf-16", "file/encoding", 1, lambda data: data.decode().encode("utf-16")),
        ("utf-16-without-mark", "file/encoding", 1, lambda data: data.decode().encode("utf-16-be")),
        ("crlf", "file/newlines", 1, lambda data: data.replace(b"\n", b"\r\n")),
        ("cr", "file/newlines", 1, lambda data: data.replace(b"\n", b"\r")),
        ("last-line-not-ended", "file/newlines", lines, lambda data: data[:-1]),
    ):
        yield Corruption(f"{table}-{what}", file, line, rule, bytes_edit(path, change))


def _without(files: Files, path: str) -> None:
    del files[path]


def _within(row: Row, number: int) -> Iterator[Corruption]:
    """What can be wrong with the bytes of one line; each table gets two of the unseen characters in turn."""
    table, file = row.table, f"{row.table}.csv"
    yield Corruption(f"{table}-latin-1", file, row.line, "file/encoding", bytes_edit(path_of(table), _latin_1(row)))
    yield Corruption(
        f"{table}-carriage-return", file, row.line, "file/newlines", line_edit(row, lambda line: line + "\r")
    )
    names = list(UNSEEN)
    for name in (names[number % len(names)], names[(number + 6) % len(names)]):
        edit = line_edit(row, lambda line, c=UNSEEN[name]: line[:3] + c + line[3:])
        yield Corruption(f"{table}-{name}", file, row.line, "cell/characters", edit)
    quote = line_edit(row, lambda line: line[:2] + '"' + line[2:])
    yield Corruption(f"{table}-lone-quote", file, row.line, "table/quotes", quote)
    last = TABLES[table].columns[-1]
    for what, size in (("10-mb", 10_000_000), ("20-kb", 20_000)):
        # One table is enough for the largest: it takes its time.
        if what == "20-kb" or table == "observations":
            edit = cells_edit(row, **{last: "x" * size})
            yield Corruption(f"{table}-cell-of-{what}", file, row.line, "cell/length", edit)


def _latin_1(row: Row):
    """Writes the line as Latin-1, with a letter that is two bytes in UTF-8."""

    def change(data: bytes) -> bytes:
        lines = data.split(b"\n")
        text = lines[row.line - 1].decode("utf-8")
        lines[row.line - 1] = f"{text[:1]}é{text[1:]}".encode("latin-1", "replace")
        return b"\n".join(lines)

    return change


def _description() -> Iterator[Corruption]:
    name = "datapackage.json"
    path = f"datasets/{name}"
    yield Corruption("package-missing", name, 1, "package/metadata", lambda files: _without(files, path))
    for what, rule, change in (
        ("folder", "package/metadata", lambda data: Special("folder")),
        ("empty", "package/metadata", lambda data: b""),
        ("cut", "package/metadata", lambda data: data[:-40]),
        ("list", "package/metadata", lambda data: b"[]"),
        ("nested", "package/metadata", lambda data: b"[" * 100_000),
        ("utf-16", "package/metadata", lambda data: data.decode().encode("utf-16")),
        ("title-number", "package/metadata", lambda data: b'{"title": 7}'),
        ("crlf", "package/current", lambda data: data.replace(b"\n", b"\r\n")),
    ):
        yield Corruption(f"package-{what}", name, 1, rule, bytes_edit(path, change))
    for what, old, new in (("untitled", '"title"', '"titel"'), ("constraint", '"required": true', '"required": false')):
        rule = "package/metadata" if what == "untitled" else "package/current"
        edit = text_edit(path, lambda text, old=old, new=new: text.replace(old, new, 1))
        yield Corruption(f"package-{what}", name, 1, rule, edit)

"""The documents in the seeds folder: which are there, unchanged, and what their text is."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from validation.findings import Fault, quoted
from validation.language import numerals
from validation.language.numerals import Numeral
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.seen import Seen
from validation.vocabulary import DOCUMENT, PAGE


@dataclass(frozen=True)
class Document:
    """One document as it lies in the seeds folder; `unchanged` says that its bytes are those of its SHA-256.

    `text` is the decoded text, line ends kept; nothing from `body_end` on is evidence or may be shown. `language` is a
    BCP 47 tag.
    """

    source_id: str
    file: str
    text: str = field(repr=False)
    body_end: int
    sha256: str
    unchanged: bool
    language: str = ENGLISH

    @cached_property
    def seen(self) -> Seen:
        """The article as a reader sees it."""
        return Seen(self.body)

    @cached_property
    def numerals(self) -> Sequence[Numeral]:
        """The numerals of the article, in its order."""
        return numerals.read(self.body, self.language)

    @cached_property
    def body(self) -> str:
        """The article itself."""
        return self.text[: self.body_end]

    @property
    def has_pages(self) -> bool:
        """Whether form feeds part it."""
        return bool(self._page_ends)

    def page(self, offset: int) -> int:
        """The page that a place is on, from 1; 0 where the document has no pages."""
        return bisect_left(self._page_ends, offset) + 1 if self._page_ends else 0

    def locator(self, offset: int) -> str:
        """The same as rows have it, "p. 12"; "" where there are no pages."""
        return f"{PAGE}{self.page(offset)}" if self._page_ends else ""

    @cached_property
    def _page_ends(self) -> Sequence[int]:
        """Where form feeds stand, which part the pages."""
        return [found.start() for found in re.finditer("\f", self.text)]


class _Entry(NamedTuple):
    """What sources.csv says of a document, and in which row; None where a cell is empty or can't be read."""

    row: int
    source_id: str | None
    file: str
    sha256: str | None
    characters: int | None
    body_end: int | None
    language: str | None

    def fault(self, rule: str, column: str, message: str, hint: str) -> Fault:
        """What is wrong with one of its cells."""
        cell = getattr(self, column)
        value = "" if cell is None else str(cell)
        return Fault(f"document/{rule}", "sources", self.row, column, value, message, hint)


def load(seeds: Path | None, sources: pd.DataFrame, *, keep: bool = True) -> tuple[dict[str, Document], list[Fault]]:
    """The documents that are there, by source id, and what is wrong with them or with what sources.csv says.

    Where they are to `keep`, the same text is the same document whenever it is loaded: to read its numerals anew may
    take seconds.
    """
    documents: dict[str, Document] = {}
    faults: list[Fault] = []
    for entry in _entries(sources):
        document, more = _load(seeds, entry, _kept if keep else Document)
        faults += more
        if document and document.source_id:
            documents.setdefault(document.source_id, document)
    return documents, faults


def sizes(seeds: Path | None, sources: pd.DataFrame) -> dict[str, int]:
    """How many bytes the documents have that are there, by source id."""
    if seeds is None:
        return {}
    found = ((one.source_id, _size(seeds / one.file)) for one in _entries(sources) if _is_plain_name(one.file))
    return {source_id: size for source_id, size in found if source_id and size}


def _entries(sources: pd.DataFrame) -> Iterator[_Entry]:
    rows = sources[sources["kind"].eq(DOCUMENT) & sources["file"].notna()]
    columns = [rows[name].astype("object").where(rows[name].notna(), None) for name in _Entry._fields[1:]]
    return map(_Entry, rows.index.tolist(), *columns)


def _load(seeds: Path | None, entry: _Entry, make: Callable[..., Document]) -> tuple[Document | None, list[Fault]]:
    if not _is_plain_name(entry.file):
        message = f"file must be a name in the seeds folder, not {quoted(entry.file)}"
        hint = "write the file's bare name and put it into seeds/"
        return None, [entry.fault("name", "file", message, hint)]
    if seeds is None or not _is_there(seeds / entry.file):
        return None, []
    data = _bytes(seeds / entry.file, seeds)
    if data is None:
        message = "must be a file of the seeds folder that can be read, not a folder or a link out of it"
        return None, [entry.fault("name", "file", f"{entry.file} {message}", "put the document itself there")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        message = f"{entry.file} must be UTF-8 text, but a byte of it is not"
        return None, [entry.fault("encoding", "file", message, "put the original file back")]
    sha256 = hashlib.sha256(data).hexdigest()
    body_end = _body_end(entry, len(text))
    unchanged, language = sha256 == entry.sha256, entry.language or ENGLISH
    document = make(entry.source_id or "", entry.file, text, body_end, sha256, unchanged, language)
    return document, list(_differences(document, entry))


_kept = lru_cache(maxsize=256)(Document)


def _is_plain_name(name: str) -> bool:
    return not ({"/", "\\", "\0", ":"} & set(name)) and name not in {".", ".."}


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a name too long for any file


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _bytes(path: Path, seeds: Path) -> bytes | None:
    if not path.resolve().is_relative_to(seeds.resolve()) or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


def _body_end(entry: _Entry, length: int) -> int:
    """Where the article ends; one that was the whole document still is, whatever its length now."""
    return length if entry.body_end in (None, entry.characters) else entry.body_end


def _differences(document: Document, entry: _Entry) -> Iterator[Fault]:
    """What sources.csv says of a document and the document does not."""
    length = len(document.text)
    if not document.unchanged:
        said = f"{quoted(entry.sha256)[:14]}..." if entry.sha256 else "empty"
        message = f"sha256 must be that of {document.file}, {document.sha256}, not {said}"
        hint = "put the original file back; if this is a new edition, look at each row's outcome, then fix moved"
        yield entry.fault("checksum", "sha256", message, hint)
    if entry.characters not in (None, length):
        message = f"characters must be {length}, the length of {document.file}, not {entry.characters}"
        yield entry.fault("length", "characters", message, f"write {length}")
    if document.body_end > length:
        message = f"body_end must be at most {length}, the length of {document.file}, not {document.body_end}"
        yield entry.fault("body", "body_end", message, "write where the article ends")


def rows_of_documents(
    rows: pd.DataFrame, documents: Mapping[str, Document], *columns: str
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table that rest on a document which is here: each one's label, `source_id` and cells by column.

    Of what columns, all where none is named: to make a dictionary of every cell takes as long as to look at the rows.
    """
    if documents:
        kept = rows["source_id"].isin(list(documents)).to_numpy().nonzero()[0]
        names = ("source_id", *columns) if columns else tuple(map(str, rows))
        cells = zip(*(rows[name].take(kept).tolist() for name in names), strict=True)
        for label, row in zip(rows.index[kept].tolist(), cells, strict=True):
            yield label, {name: None if cell is pd.NA else cell for name, cell in zip(names, row, strict=True)}

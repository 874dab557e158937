"""The documents in the seeds folder: which are there, unchanged, and what their text is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from validation.findings import Fault, quoted


@dataclass(frozen=True)
class Document:
    """One document as it lies in the seeds folder; `unchanged` says that its bytes are those of its SHA-256.

    `text` is the decoded text, line ends kept; nothing from `body_end` on is evidence or may be shown.
    """

    source_id: str
    file: str
    text: str = field(repr=False)
    body_end: int
    sha256: str
    unchanged: bool

    @property
    def body(self) -> str:
        """The article itself."""
        return self.text[: self.body_end]


def load(seeds: Path | None, sources: pd.DataFrame) -> tuple[dict[str, Document], list[Fault]]:
    """The documents that are there, by source id, and what is wrong with them or with what sources.csv says."""
    documents: dict[str, Document] = {}
    faults: list[Fault] = []
    for row, source in enumerate(sources.to_dict("records")):
        if source["kind"] != "document" or not isinstance(source["file"], str):
            continue
        if not _is_plain_name(source["file"]):
            faults.append(_unsafe(row, source["file"]))
        elif seeds is not None and _is_there(seeds / source["file"]):
            document, more = _read(seeds, row, source)
            faults += more
            if document:
                documents[source["source_id"]] = document
    return documents, faults


def _is_plain_name(name: str) -> bool:
    return not ({"/", "\\", "\0", ":"} & set(name)) and name not in {".", ".."}


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a name too long for any file


def _unsafe(row: int, name: str) -> Fault:
    message = f"file must be a name in the seeds folder, not {quoted(name)}"
    return Fault(
        "document/name",
        "sources",
        row,
        "file",
        name,
        message,
        "write the file's bare name and put it into seeds/",
    )


def _read(seeds: Path, row: int, source: dict) -> tuple[Document | None, list[Fault]]:
    path = seeds / source["file"]
    data = _bytes(path, seeds)
    if data is None:
        message = (
            f"{source['file']} must be a file of the seeds folder that can be read, not a folder or a link out of it"
        )
        hint = "put the document itself there"
        return None, [Fault("document/name", "sources", row, "file", source["file"], message, hint)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        message = f"{source['file']} must be UTF-8 text, but a byte of it is not"
        return None, [
            Fault(
                "document/encoding",
                "sources",
                row,
                "file",
                source["file"],
                message,
                "put the original file back",
            )
        ]
    sha256 = hashlib.sha256(data).hexdigest()
    body_end = _body_end(source, text)
    document = Document(source["source_id"], source["file"], text, body_end, sha256, sha256 == source["sha256"])
    return document, list(_compare(document, row, source))


def _bytes(path: Path, seeds: Path) -> bytes | None:
    if not path.resolve().is_relative_to(seeds.resolve()) or not path.is_file():
        return None
    try:
        return path.read_bytes()
    except OSError:
        return None


def _body_end(source: dict, text: str) -> int:
    """Where the article ends; one that was the whole document still is, whatever its length now."""
    if pd.isna(source["body_end"]) or (source["body_end"] == source["characters"]):
        return len(text)
    return int(source["body_end"])


def _compare(document: Document, row: int, source: dict) -> Iterator[Fault]:
    length = len(document.text)
    if not document.unchanged:
        message = (
            f"sha256 must be that of {document.file}, {document.sha256[:12]}..., not {quoted(source['sha256'])[:14]}..."
        )
        hint = (
            "put the original file back; if this is a new edition, look at each row's outcome and "
            "run python -m validation fix moved"
        )
        yield Fault("document/checksum", "sources", row, "sha256", str(source["sha256"]), message, hint)
    if not pd.isna(source["characters"]) and int(source["characters"]) != length:
        message = f"characters must be {length}, the length of {document.file}, not {source['characters']}"
        yield Fault(
            "document/length",
            "sources",
            row,
            "characters",
            str(source["characters"]),
            message,
            f"write {length}",
        )
    if document.body_end > length:
        message = f"body_end must be at most {length}, the length of {document.file}, not {document.body_end}"
        yield Fault(
            "document/body",
            "sources",
            row,
            "body_end",
            str(document.body_end),
            message,
            "write where the article ends",
        )


def rows_of_documents(rows: pd.DataFrame, documents: Mapping[str, Document]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table that rest on a document which is here: each one's position and its cells by column."""
    if documents:
        here = rows["source_id"].isin(list(documents)).to_numpy().nonzero()[0]
        yield from zip(here.tolist(), rows.iloc[here].to_dict("records"), strict=True)

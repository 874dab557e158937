"""A file that is to be a document: its text, its files' names in the seeds folder, the cells of its row."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from validation.files import edits, shelf
from validation.files.converters import process
from validation.files.converters.converted import LARGEST_PACKED, Converted, Refused
from validation.files.schemas import SOURCES
from validation.files.tables import parsed
from validation.language.written import many
from validation.model.register import Register
from validation.rules import schema, source
from validation.vocabulary import WARNING

# What a file says of itself; an author comes with its kind or not at all.
_SAID = (("title",), ("author", "author_kind"), ("publisher",), ("published",), ("url",), ("language",))
_NO_LANGUAGE = "its language is not known: it is read as English, if --language names none"
_MILD = {rule.id for rule in source.RULES if rule.level == WARNING}


@dataclass(frozen=True)
class Incoming:
    """A file with what was made of it; `language` is what was said on the command line, or empty."""

    path: Path
    data: bytes
    made: Converted
    language: str = ""

    @cached_property
    def text(self) -> bytes:
        """The bytes of the document."""
        return self.made.text.encode("utf-8")

    @cached_property
    def checksums(self) -> tuple[str, str]:
        """SHA-256 of the document and of the file, which are one where nothing in it had to be changed."""
        return shelf.sha256(self.text), shelf.sha256(self.data)

    @property
    def size(self) -> str:
        """How much text it is, in words."""
        ends = self.made.text.count("\f")
        return ", ".join([*([many(ends + 1, "page")] if ends else []), many(len(self.made.text), "character")])

    def named(self, seeds: Path, name: str) -> dict[str, str]:
        """The files of a document called so, by column: what lies in the seeds folder already keeps its name."""
        own = self.path.name if self.path.resolve().parent == seeds.resolve() else ""
        if self.text == self.data:
            return {"file": own or f"{name}.txt", "original": ""}
        beside = f"{name}.original.txt" if self.made.suffix == "txt" else f"{name}.{self.made.suffix}"
        return {"file": f"{name}.txt", "original": own or beside}

    def placed(self, seeds: Path, files: Mapping[str, str]) -> dict[Path, bytes]:
        """What has to be written for these files: not the file itself, where it lies there already."""
        contents = {files["file"]: self.text, files["original"]: self.data}
        paths = {seeds / name: data for name, data in contents.items() if name}
        return {path: data for path, data in paths.items() if path.resolve() != self.path.resolve()}

    @property
    def provenance(self) -> dict[str, str]:
        """What a row says of the file that the document was made from."""
        if self.text == self.data:
            return {"original_sha256": "", "converted_by": ""}
        return {"original_sha256": self.checksums[1], "converted_by": self.made.by}

    def cells(self) -> tuple[dict[str, str], list[str]]:
        """What a row says of the document, and what was left out of it because it breaks a rule, each a line."""
        said = {**self.made.said, **({"language": self.language} if self.language else {})}
        told = []
        for names in _SAID:
            cells = {name: said[name] for name in names if name in said}
            if not _fits(cells):
                told.append(f"{names[0]} left out, since no rule lets it stand: {cells[names[0]]}")
                said = {name: value for name, value in said.items() if name not in names}
        guessed = {*self.made.inferred, *(() if "title" in said else ("title",))} - {
            "language" if self.language else ""
        }
        said = {"title": self._name(), **said, "sha256": self.checksums[0], "characters": str(len(self.made.text))}
        said["inferred"] = " ".join(name for name in SOURCES.columns if name in guessed and name in said)
        return said | self.provenance, told if "language" in said else [*told, _NO_LANGUAGE]

    def _name(self) -> str:
        """The file's name in words, where there is no other title."""
        words = " ".join(re.split(r"[\W_]+", self.path.stem)).strip()
        return words if words and _fits({"title": words}) else "Document"


def read(path: Path, encoding: str, language: str) -> Incoming:
    """A file with its document. Raises `Refused`."""
    if path.is_dir():
        raise Refused("it is a folder", "name the files in it")
    if not path.is_file():  # a pipe would be waited for
        raise Refused("there is no such file", "look at its name")
    try:
        if path.stat().st_size > LARGEST_PACKED:
            raise Refused(f"it is larger than {LARGEST_PACKED // 10**6} MB", "add the part of it that is read")
        data = path.read_bytes()
    except OSError as error:
        raise Refused(f"it can't be read: {error.strerror}", "look at its permissions") from error
    return Incoming(path, data, process.converted(data, path.name, encoding), language)


def _fits(cells: Mapping[str, str]) -> bool:
    """Whether cells of a row of sources.csv break no rule of their own."""
    line = ",".join(edits.cell(cells.get(name, "")) for name in SOURCES.columns)
    table, faults = parsed("sources", f"{','.join(SOURCES.columns)}\n{line}\n".encode(), SOURCES.columns)
    if table is None or faults:
        return False
    register = Register({"sources": table}, {})
    found = [*schema.cells_fit_their_columns(register), *source.people_are_separated(register)]
    return all(fault.field not in cells or fault.rule in _MILD for fault in found)

"""`add`: files of any kind as documents, each with its original beside it and a row in sources.csv."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from validation.commands import folders, incoming
from validation.commands.check import checked
from validation.commands.fix import fix_moved
from validation.commands.incoming import Incoming
from validation.commands.program import INVALID, UNABLE, VALID, Parser, Unable, complain, say
from validation.files import edits, naming, shelf
from validation.files.columns import LANGUAGE, SLUG
from validation.files.converters.converted import Refused
from validation.files.schemas import SOURCES
from validation.files.tables import Table, read_table
from validation.vocabulary import DOCUMENT

Row = Mapping[str, str]
# So much of the lines of a document of the same title, and it is likely an edition of it.
_ALIKE = 0.5
_ABOUT = 'stated-numbers serve --edit, on the document\'s page "About the document"'


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0; 1 where a new edition has lost or changed passages; 2 where one of the files could not be added."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text, Markdown, HTML, PDF or DOCX")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    parser.add_argument("--encoding", default="", metavar="NAME", help="of text and HTML (default: it is found out)")
    parser.add_argument("--language", default="", metavar="TAG", help="a BCP 47 tag (default: what the file says)")
    parser.add_argument("--id", default="", metavar="SOURCE_ID", help="of one file: a new source, or one it replaces")
    options = parser.parse_args(words)
    collection = _collection(options)
    codes, begun = {VALID}, []
    for path in options.files:
        try:
            told = collection.added(incoming.read(path, options.encoding, options.language), options.id)
        except (Refused, Unable) as reason:
            complain(parser.prog, f"{path}: {reason}")
            codes.add(UNABLE)
        else:
            codes.add(INVALID if told.is_broken else VALID)
            begun += told.begun
            say("".join(f"{line}\n" for line in (f"{path}: {told.what}", *(f"  {each}" for each in told.more))))
    if begun:
        say(f"next: {parser.prog.rpartition(' ')[0]} draft {' '.join(begun)}\n")
    return max(codes)


def _collection(options: argparse.Namespace) -> Collection:
    """What is added to. Raises `Unable` where it isn't there, or an option makes no sense."""
    if options.id and len(options.files) > 1:
        raise Unable("--id is for one file")
    patterns = (("--id", options.id, SLUG, "annual-report"), ("--language", options.language, LANGUAGE, "en or pt-BR"))
    for option, value, pattern, like in patterns:
        if value and not re.fullmatch(pattern, value):
            raise Unable(f"{option} must be like {like}, not {value!r}")
    seeds = folders.seeds(options)
    # Without a folder here the tables would be those that were installed with the program, which are not for adding.
    if seeds is None or (options.datasets is None and not Path("datasets").is_dir()):
        raise Unable("there are no folders datasets and seeds here; begin with new FOLDER, or name them by options")
    return Collection(folders.datasets(options), seeds)


@dataclass(frozen=True)
class Told:
    """What was done with a file, in lines.

    `begun` are the ids of sources that are new; `is_broken` says that an edition has not all passages that rows quote.
    """

    what: str
    more: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()
    is_broken: bool = False


@dataclass(frozen=True)
class Collection:
    """The two folders that documents are added to."""

    datasets: Path
    seeds: Path

    def added(self, file: Incoming, id: str = "") -> Told:
        """Adds a document, by its id if one is given. Raises `Refused` or `Unable`, and then nothing has changed."""
        table, faults = read_table(self.datasets, "sources", SOURCES.columns)
        if table is None:
            raise Unable(f"{self.datasets / 'sources.csv'} {faults[0].message}; {faults[0].hint}")
        rows = table.cells.fillna("").to_dict("records")
        for row in rows:
            if self._is_here(row, file, anew=bool(id)):
                return Told(f"it is {row['source_id']} already; nothing is written", tuple(_unwritten(row, file, id)))
        try:
            for at, row in enumerate(rows):
                if _is_edition(row, file, id):
                    return self._replaced(table, at, row, file)
                if not id and self._may_be_edition(row, file):
                    hint = f"add it with --id {row['source_id']} as a new edition, or with an id of its own"
                    raise Refused(f"it has the title and most lines of {row['source_id']}", hint)
            return self._begun(table, rows, file, id)
        except OSError as error:
            raise Refused(f"{error.filename} can't be written: {error.strerror}", "make room for it") from error

    def _is_here(self, row: Row, file: Incoming, *, anew: bool) -> bool:
        """Whether a file was added and its document is here; `anew` asks for the text alone, not for what made it."""
        of_file = file.checksums[1] in (row["sha256"], row["original_sha256"])
        known = file.checksums[0] == row["sha256"] or (of_file and not anew)
        return known and self._document(row) is not None

    def _document(self, row: Row) -> Path | None:
        """The document of a row, where it is here."""
        path = self.seeds / Path(row["file"]).name
        return path if row["file"] and path.is_file() else None

    def _may_be_edition(self, row: Row, file: Incoming) -> bool:
        """Whether a document of the same title has most of its lines too."""
        there = self._document(row) if row["title"] == file.made.said.get("title") else None
        before, now = (_lines(text) for text in (there.read_text("utf-8", "replace") if there else "", file.made.text))
        return bool(before) and len(before & now) >= _ALIKE * len(before)

    def _begun(self, table: Table, rows: Sequence[Row], file: Incoming, id: str) -> Told:
        """A new source of a document."""
        ids, names = ({row[column] for row in rows} for column in ("source_id", "short_name"))
        cells, left_out = file.cells()

        def is_free(name: str) -> bool:
            new = file.placed(self.seeds, file.named(self.seeds, name))
            return name not in ids and not any(path.exists() for path in new)

        name = id or naming.source_id([cells["title"], file.path.stem], is_free)
        if not is_free(name):
            raise Refused(f"{self.seeds} has files called {name} already", "name another --id")
        files = file.named(self.seeds, name)
        short = naming.short_name(cells["title"], lambda one: one not in names)
        values = {"source_id": name, "kind": DOCUMENT, "short_name": short, **cells, **files}
        with shelf.written(file.placed(self.seeds, files)):
            edits.write(self.datasets / table.file, edits.inserted(table, values))
        more = [f"its original is {self.seeds / files['original']}"] if files["original"] else []
        guessed = ", ".join(cells["inferred"].split())
        more += [f"guessed, look at them: {guessed}; change them in {_ABOUT}"] if guessed else []
        what = f"added as {name}: {self.seeds / files['file']}, {file.size}"
        return Told(what, (*more, *left_out, *file.made.remarks), begun=(name,))

    def _replaced(self, table: Table, at: int, row: Row, file: Incoming) -> Told:
        """A new edition of a document: what was there is kept beside it, and quotes that moved are anchored anew."""
        if row["kind"] != DOCUMENT:
            raise Refused(f"{row['source_id']} is a reference, which has no text", "name another --id")
        name = Path(row["file"]).name or f"{row['source_id']}.txt"
        files = file.named(self.seeds, Path(name).stem) | {"file": name}
        wanted = {**files, **file.provenance, "language": file.language or row["language"]}
        cells = [edits.change(table, at, column, value) for column, value in wanted.items() if value != row[column]]
        new = file.placed(self.seeds, files)
        kept = {path: data for one in new for path, data in shelf.kept(one, new[one]).items()}
        with shelf.written(kept | new):
            edits.write(self.datasets / table.file, edits.rewritten(table, cells))
        moved = fix_moved(self.datasets, self.seeds)
        broken = [one for one in checked(self.datasets, self.seeds).findings if one.rule.startswith("evidence/")]
        more = [f"what was there is kept as {path}" for path in kept]
        more += [*map(str, cells), *map(str, moved), *(f"{one.where}: {one.message}; {one.hint}" for one in broken)]
        what = f"replaces {row['source_id']}: {self.seeds / name}, {file.size}"
        return Told(what, (*more, *file.made.remarks), is_broken=bool(broken))


def _unwritten(row: Row, file: Incoming, id: str) -> Iterator[str]:
    """What was asked for by options, and a document that is there already does not get."""
    if file.language and file.language != row["language"]:
        now = row["language"] or "unknown"
        yield f"--language {file.language} is not written, its language is {now}; change it in {_ABOUT}"
    if id and id != row["source_id"]:
        yield f"--id {id} is not written, a document keeps its id; change its short name in {_ABOUT}"


def _is_edition(row: Row, file: Incoming, id: str) -> bool:
    """Whether a file is an edition of a document: by the id that was given, its bytes, its address, or its name."""
    if id or row["kind"] != DOCUMENT:
        return bool(id) and row["source_id"] == id
    of_file = file.checksums[1] in (row["sha256"], row["original_sha256"])
    of_address = bool(row["url"]) and row["url"] == file.made.said.get("url")
    return of_file or of_address or file.path.name in (row["file"], row["original"])


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if line.strip()}

"""`fix moved`: quotes anchored anew in a changed edition; only their places, checksum and length are rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from validation.commands import folders
from validation.commands.check import checked, rendered
from validation.commands.outputs import Output
from validation.commands.program import INVALID, VALID, Parser, say
from validation.files import edits
from validation.files.documents import Document, rows_of_documents
from validation.files.edits import Change
from validation.files.schemas import QUOTING_TABLES
from validation.files.tables import Table
from validation.model.register import Register, load


def run(parser: Parser, words: Sequence[str]) -> int:
    """Says each change and what is left to do; returns 0 where the register is valid then, 1 where it isn't."""
    parser.add_argument("what", choices=("moved",), metavar="moved", help="the quotes that stand elsewhere now")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    options = parser.parse_args(words)
    datasets, seeds = folders.datasets(options), folders.seeds(options)
    for change in fix_moved(datasets, seeds):
        say(f"{change}\n")
    report = checked(datasets, seeds)
    say(rendered(report, Output("text")))
    return VALID if report.valid else INVALID


def fix_moved(datasets: Path, seeds: Path | None) -> list[Change]:
    """Rewrites the offsets and pages of quotes that moved and stand once, and what sources.csv says of the bytes.

    Every other byte of the tables stays as it is; rows that did not merely move are left for the next report.
    A longer article is found in rounds: only once its new end is known can the quotes near it be found.
    Raises OSError where a table can't be written; a later run then goes on from there.
    """
    changes: list[Change] = []
    while more := _fix_once(load(datasets, seeds), datasets):
        changes += more
    return changes


def _fix_once(register: Register, datasets: Path) -> list[Change]:
    # The sources first: how far an article's end moved is seen only while the offsets are the old ones.
    changes = [*_source_changes(register), *_offset_changes(register)]
    for name in dict.fromkeys(change.file for change in changes):
        table = register.tables[name.removesuffix(".csv")]
        edits.write(datasets / name, edits.rewritten(table, [change for change in changes if change.file == name]))
    return changes


def _offset_changes(register: Register) -> Iterator[Change]:
    for name in QUOTING_TABLES:
        rows = [(row, entry) for row, entry in rows_of_documents(register[name], register.documents) if _placed(entry)]
        alike: dict[tuple[str, str], list[tuple[int, dict]]] = {}
        for row, entry in rows:
            alike.setdefault((entry["source_id"], entry["quote"]), []).append((row, entry))
        for (source_id, quote), same in alike.items():
            now = _places(register.documents[source_id], quote, sorted({int(entry["start"]) for _, entry in same}))
            for row, entry in same:
                start, end = now.get(int(entry["start"]), (entry["start"], entry["end"]))
                wanted: dict[str, tuple[object, object]]
                wanted = {"start": (entry["start"], start), "end": (entry["end"], end)}
                yield from _changes(register.tables[name], row, wanted | _page_change(register, entry, now))


def _page_change(
    register: Register, entry: dict, now: Mapping[int, tuple[int, int]]
) -> dict[str, tuple[object, object]]:
    """The page that a number's quote is on now, where that is known; the other tables say none."""
    if "locator" not in entry or int(entry["start"]) not in now:
        return {}
    old = entry["locator"] if isinstance(entry["locator"], str) else ""
    return {"locator": (old, register.documents[entry["source_id"]].locator(now[int(entry["start"])][0]))}


def _placed(entry: dict) -> bool:
    return isinstance(entry["quote"], str) and not (pd.isna(entry["start"]) or pd.isna(entry["end"]))


def _places(document: Document, quote: str, starts: Sequence[int]) -> Mapping[int, tuple[int, int]]:
    """By where rows have a quote, where it stands: it alone, or as often as rows have it, in their order."""
    places = list(document.seen.places(quote))
    return dict(zip(starts, places, strict=True)) if len(places) == len(starts) else {}


def _source_changes(register: Register) -> Iterator[Change]:
    if "sources" not in register.tables:
        return
    for row, entry in enumerate(register["sources"].to_dict("records")):
        document = register.documents.get(entry["source_id"])
        if document is not None and not document.unchanged:
            wanted: dict[str, tuple[object, object]] = {
                "sha256": (entry["sha256"], document.sha256),
                "characters": (entry["characters"], len(document.text)),
            }
            if not pd.isna(entry["body_end"]):  # an empty one says that the article goes on to the end
                wanted["body_end"] = entry["body_end"], _new_body_end(register, document)
            yield from _changes(register.tables["sources"], row, wanted)


def _new_body_end(register: Register, document: Document) -> int:
    """Where the article ends now: shifted as the last quote that is still found was, for what follows isn't known."""
    shifts = [(0, 0)]
    for name in QUOTING_TABLES:
        for _, entry in rows_of_documents(register[name], register.documents):
            of_it = entry["source_id"] == document.source_id and _placed(entry)
            places = list(document.seen.places(entry["quote"])) if of_it else []
            if len(places) == 1:
                shifts.append((int(entry["start"]), places[0][0] - int(entry["start"])))
    return min(document.body_end + max(shifts)[1], len(document.text))


def _changes(table: Table, row: int, wanted: Mapping[str, tuple[object, object]]) -> Iterator[Change]:
    for field, (old, new) in wanted.items():
        if str(old) != str(new):
            yield edits.change(table, row, field, str(new))

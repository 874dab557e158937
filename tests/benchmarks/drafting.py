"""How much of a register is drafted as it stands: each document drafted blind, held against the rows that people wrote.

python -m tests.benchmarks.drafting [--datasets DIR] [--seeds DIR] [--wrong]
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from validation import vocabulary
from validation.files.schemas import TABLES
from validation.files.tables import read_table
from validation.model import coverage
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import drafts
from validation.model.register import Register, load

FOLLOWING = ("mentions", "exclusions", "events", "derivations", "conflicts", "errata", "checks")
"""The tables that have nothing to say of documents that nobody has read yet."""

TABLE_OF = {vocabulary.RECORDED: "observations", vocabulary.EVENT: "mentions", vocabulary.EXCLUDED: "exclusions"}


@dataclass
class Pair:
    """A numeral, its draft, and the rows that account for it, one of which the draft may be."""

    draft: Draft
    kind: str
    rows: list[dict[str, Any]]

    def agrees(self, *columns: str) -> bool:
        """Whether some row has the draft's kind and the same cells."""
        if self.draft.kind != self.kind:
            return False
        mine = self.draft.row.values
        return any(all(str(mine.get(name, "")) == cell(row, name) for name in columns) for row in self.rows)


def cell(row: dict[str, Any], name: str) -> str:
    """A cell as its file has it."""
    value = row.get(name, "")
    return "" if pd.isna(value) else str(value)


def blind(datasets: Path, folder: Path) -> Path:
    """A copy of a collection in which nothing of its documents is recorded."""
    target = folder / "datasets"
    shutil.copytree(datasets, target)
    register = load(datasets, None)
    documents = {name for name, one in register.sources.items() if one.is_document}
    for name in (*FOLLOWING, "observations"):
        path = target / f"{name}.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        table, _ = read_table(datasets, name, TABLES[name].columns)
        kept = (
            []
            if name in FOLLOWING or table is None
            else [
                lines[line - 1]
                for line, source in zip(table.lines, table.cells["source_id"], strict=True)
                if source not in documents
            ]
        )
        path.write_text("".join([lines[0], *kept]), encoding="utf-8")
    return target


def pairs(register: Register, drafted: Register) -> Iterator[Pair]:
    """Each numeral that is drafted beside the rows of the register that account for it."""
    of = {name: register[name].to_dict("records") for name in TABLE_OF.values()}
    keys = {"observations": "observation_id", "mentions": "mention_id"}
    for source_id, document in register.documents.items():
        marks = {mark.start: mark for mark in coverage.marks(register, document)}
        for draft in drafts(drafted, source_id):
            mark = marks[draft.start]
            table = TABLE_OF[mark.state]
            if mark.ids:
                rows = [row for row in of[table] if row[keys[table]] in mark.ids]
            else:
                rows = [
                    row
                    for row in of[table]
                    if row["source_id"] == source_id and row["start"] <= mark.start < row["end"]
                ]
            yield Pair(draft, mark.state, rows)


FIELDS = {
    vocabulary.RECORDED: ("printed", "value", "unit_id", "qualifier"),
    vocabulary.EVENT: ("printed",),
    vocabulary.EXCLUDED: (),
}
"""What of a row is read off its numeral."""

SHOWN = ("printed", "value", "unit_id", "qualifier", "period", "reason", "quote")
"""What is shown of a row that was not drafted as it stands."""


def report(found: list[Pair], *, wrong: bool) -> str:
    """The shares that were drafted as the register has them, and with `wrong` what was not."""
    numbers = [one for one in found if one.kind == vocabulary.RECORDED]
    left = [one for one in found if one.kind == vocabulary.EXCLUDED]
    proposed = [one for one in found if one.draft.kind == vocabulary.EXCLUDED]
    whole = [one for one in found if one.agrees(*FIELDS[one.kind])]
    both = [one for one in numbers if one.draft.kind == one.kind]
    lines = [
        _share("kind as in the register", [one for one in found if one.draft.kind == one.kind], found),
        _share("kind, printed, value, unit and qualifier unchanged", whole, found),
        _share("and the quote to the letter", [one for one in found if one.agrees(*FIELDS[one.kind], "quote")], found),
        _share(
            "values and qualifiers of numbers right", [one for one in both if one.agrees("value", "qualifier")], both
        ),
        _share("exclusions of the register proposed", [one for one in left if one.agrees("reason")], left),
        _share("exclusions proposed that are right", [one for one in proposed if one.kind == one.draft.kind], proposed),
        _share("reason of these right", [one for one in proposed if one.agrees("reason")], proposed),
        _share("indicator", [one for one in both if one.agrees("indicator_id")], both),
        _share("area", [one for one in both if one.agrees("area_id")], both),
        _share("period and basis", [one for one in both if one.agrees("period", "period_basis")], both),
        _share("period of events", *_of_events(found)),
    ]
    if wrong:
        lines += [line for one in found if not one.agrees(*FIELDS[one.kind]) for line in _wrong(one)]
        lines += [
            f"  {name}: {one.draft.row.values.get(name)} / {cell(one.rows[0], name)} | {one.draft.row.values['quote']}"
            for one in both
            for name in ("indicator_id", "area_id", "period")
            if not one.agrees(name)
        ]
    return "\n".join(lines) + "\n"


def _of_events(found: list[Pair]) -> tuple[list[Pair], list[Pair]]:
    events = [one for one in found if one.kind == one.draft.kind == vocabulary.EVENT]
    return [one for one in events if one.agrees("period", "period_basis")], events


def _share(what: str, right: list[Pair], of: list[Pair]) -> str:
    return f"{what:<52} {len(right):>4} of {len(of):>4}  {100 * len(right) / (len(of) or 1):5.1f} %"


def _wrong(one: Pair) -> Iterator[str]:
    yield f"  {one.draft.text!r}: {one.draft.kind} {dict(one.draft.row.values)} ({'; '.join(one.draft.why)})"
    for row in one.rows:
        yield f"      {one.kind} { {name: cell(row, name) for name in SHOWN} }"


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--datasets", type=Path, default=Path("datasets"))
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--wrong", action="store_true", help="what was not drafted as it stands")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        register = load(options.datasets, options.seeds)
        drafted = load(blind(options.datasets, Path(folder)), options.seeds)
        print(report(list(pairs(register, drafted)), wrong=options.wrong), end="")


if __name__ == "__main__":
    main()

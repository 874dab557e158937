"""What became of ids, thing by thing: a name that a chart gave up an indicator may keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection, edits, registers
from validation.model import changes, retirement
from validation.model.changes import Change
from validation.model.register import Register, load


@pytest.fixture
def renamed(tmp_path: Path) -> tuple[Register, Register]:
    """The bees, and the same with another name for a chart, a source, and the unit of its numbers."""
    old = load(*collection.write(tmp_path / "old"))
    datasets, seeds = collection.write(tmp_path / "new")
    with edits.rows_of(datasets, "charts") as rows:
        next(row for row in rows if row["chart_id"] == "losses")["chart_id"] = "winter-losses"
    with edits.rows_of(datasets, "indicators") as rows:
        for row in rows:
            row["chart_id"] = "winter-losses" if row["chart_id"] == "losses" else row["chart_id"]
    for table in ("sources", "observations", "mentions", "exclusions"):
        with edits.rows_of(datasets, table) as rows:
            for row in rows:
                row["source_id"] = "bee-letter" if row["source_id"] == "letter-on-bees" else row["source_id"]
    with edits.rows_of(datasets, "retired") as rows:
        rows.append({"id": "letter-on-bees", "replaced_by": "bee-letter", "version": "1.1.0", "reason": "Shorter."})
        rows.append({"id": "losses", "replaced_by": "winter-losses", "version": "1.1.0", "reason": "Clearer."})
    return old, load(datasets, seeds)


def test_only_what_lost_its_id_has_another(renamed: tuple[Register, Register]) -> None:
    gone = retirement.between(*renamed)
    assert gone.now("charts", "losses") == "winter-losses"
    assert gone.now("indicators", "losses") == "losses"
    assert gone.now("sources", "letter-on-bees") == "bee-letter"
    assert gone.renamed("sources", "letter-on-bees honey-year") == "bee-letter honey-year"
    assert gone.row("charts", "survey") is None


def test_a_rename_is_told_once_and_moves_nothing(renamed: tuple[Register, Register]) -> None:
    found = changes.changes(*renamed)
    assert [(one.kind, one.table, one.id, one.now, one.weight) for one in found] == [
        ("renamed", "sources", "letter-on-bees", "bee-letter", "minor"),
        ("renamed", "charts", "losses", "winter-losses", "minor"),
    ]


def test_a_formula_with_a_renamed_part_is_the_same(tmp_path: Path) -> None:
    old = load(*registers.write(tmp_path / "old"))
    datasets, seeds = registers.write(tmp_path / "new")
    with edits.rows_of(datasets, "observations") as rows:
        next(row for row in rows if row["observation_id"] == "honey-report")["observation_id"] = "yield-report"
    edits.rewrite(datasets, "derivations", "[honey-report]", "[yield-report]")
    with edits.rows_of(datasets, "retired") as rows:
        rows.append({"id": "honey-report", "replaced_by": "yield-report", "version": "1.1.0", "reason": "Clearer."})
    found: list[Change] = changes.changes(old, load(datasets, seeds))
    assert [(one.kind, one.id, one.aspects) for one in found] == [("renamed", "honey-report", ())]


def test_what_is_withdrawn_has_no_id_now(tmp_path: Path) -> None:
    old = load(*collection.write(tmp_path / "old"))
    datasets, _ = collection.write(tmp_path / "new")
    with edits.rows_of(datasets, "events") as rows:
        gone = rows.pop(0)["event_id"]
    with edits.rows_of(datasets, "retired") as rows:
        rows.append({"id": gone, "replaced_by": "", "version": "2.0.0", "reason": "It never was."})
    new = load(datasets, None)
    assert retirement.between(old, new).now("events", gone) == ""
    [change] = [one for one in changes.changes(old, new) if one.table == "events"]
    assert (change.kind, change.id, change.reason) == ("withdrawn", gone, "It never was.")


def test_another_license_is_a_change_and_another_title_a_lesser_one(tmp_path: Path) -> None:
    old = load(*collection.write(tmp_path))
    new = registers.described(old, {**old.about, "title": "Bees", "licenses": [{"name": "CC0-1.0"}], "version": "9"})
    [change] = changes.changes(old, new)
    assert (change.table, change.id, change.weight) == ("package", "datapackage.json", "minor")
    assert {one.name: (one.after, one.weight) for one in change.aspects} == {
        "licenses": ("CC0-1.0", "minor"),
        "title": ("Bees", "patch"),
    }

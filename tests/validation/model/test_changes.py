"""What changed between two registers of the bees, and what weighs most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import collection, edits
from validation.files.schemas import TABLES
from validation.model.changes import FACETS, Change, asked, changes, counted
from validation.model.register import Register, load

Made = Callable[..., Register]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """The bees with cells of some rows changed, or rows taken out: `made(observations={"hives-letter": {...}})`."""
    versions = iter(range(100))

    def make(**tables: dict[str, dict[str, str] | None]) -> Register:
        folders = collection.write(tmp_path / str(next(versions)))
        for table, edited in tables.items():
            with edits.rows_of(folders[0], table) as rows:
                key = TABLES[table].key[0]
                for id, cells in edited.items():
                    known = [row for row in rows if row[key] == id]
                    rows[:] = [row for row in rows if row[key] != id]
                    if cells is not None:
                        rows.append({**(known[0] if known else {key: id}), **cells})
        return load(*folders)

    return make


def told(found: list[Change]) -> list[tuple[str, str, str]]:
    return [(one.kind, one.id, one.weight) for one in found]


def aspects(found: list[Change], id: str) -> dict[str, tuple[str, str]]:
    one = next(one for one in found if one.id == id)
    return {each.name: (each.before, each.after) for each in one.aspects}


def test_of_the_same_data_nothing_changed(made: Made) -> None:
    assert changes(made(), made()) == []
    assert asked([]) == ""


DOUBLED = {
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "period": "2022",
    "formula": "[honey-report] * 2",
    "unit_id": "t",
    "note": "Twice as much.",
}


def test_a_value_weighs_most_and_says_what_it_moves(made: Made) -> None:
    old = made(derivations={"honey-doubled": DOUBLED})
    new = made(derivations={"honey-doubled": DOUBLED}, observations={"honey-report": {"value": "97"}})
    found = changes(old, new)
    assert told(found)[:2] == [("changed", "honey-report", "major"), ("changed", "honey-doubled", "major")]
    assert aspects(found, "honey-report")["value"] == ("96", "97"), "the words of the source are the same"
    assert "192" in aspects(found, "honey-doubled")["value"][0]
    assert "194" in aspects(found, "honey-doubled")["value"][1]
    assert found[1].because == ("honey-report",)
    assert asked(found) == "major"


@pytest.mark.parametrize(
    ("cells", "name", "weight"),
    [
        ({"qualifier": "exact"}, "qualifier", "major"),
        ({"period": "2020"}, "period", "major"),
        ({"attribution": "the mill"}, "attribution", "minor"),
        ({"status": "E"}, "status", "minor"),
        ({"note": "Looked at twice."}, "note", "patch"),
    ],
)
def test_what_differs_has_its_weight(made: Made, cells: dict[str, str], name: str, weight: str) -> None:
    found = changes(made(), made(observations={"hives-report": cells}))
    one = next(one for one in found if one.id == "hives-report")
    assert name in {each.name for each in one.aspects}
    assert one.weight == weight


def test_the_heaviest_stands_first(made: Made) -> None:
    edited = {"hives-letter": {"note": "x"}, "hives-report": {"attribution": "y"}, "honey-report": {"period": "2019"}}
    found = changes(made(), made(observations=edited))
    order = ["major", "minor", "patch"]
    assert [order.index(one.weight) for one in found] == sorted(order.index(one.weight) for one in found)
    assert sum(counted(found).values()) == len(found)


def test_what_is_gone_is_removed_withdrawn_or_renamed(made: Made) -> None:
    old = made()
    id = "hives-counted-letter"
    now = dict(old.tables["observations"].cells.set_index("observation_id").loc["hives-letter"].fillna(""))
    renamed = made(
        observations={"hives-letter": None, id: {name: str(cell) for name, cell in now.items()}},
        retired={"hives-letter": {"replaced_by": id, "version": "1.1.0", "reason": "A clearer name."}},
    )
    one = next(one for one in changes(old, renamed) if one.id == "hives-letter")
    assert (one.kind, one.now, one.reason, one.weight) == ("renamed", id, "A clearer name.", "minor")
    assert id not in {one.id for one in changes(old, renamed) if one.kind == "added"}
    withdrawn = made(
        observations={"hives-letter": None},
        retired={"hives-letter": {"replaced_by": "", "version": "1.1.0", "reason": "Read wrongly."}},
    )
    one = next(one for one in changes(old, withdrawn) if one.id == "hives-letter")
    assert (one.kind, one.weight, one.reason) == ("withdrawn", "major", "Read wrongly.")
    removed = next(one for one in changes(old, made(observations={"hives-letter": None})) if one.id == "hives-letter")
    assert (removed.kind, removed.weight) == ("removed", "major")


def test_what_is_new_is_minor(made: Made) -> None:
    new, old = made(), made(observations={"hives-letter": None})
    one = next(one for one in changes(old, new) if one.id == "hives-letter")
    assert (one.kind, one.weight) == ("added", "minor")
    assert one.aspects[0].after == new.observations["hives-letter"].said.replace("\N{NO-BREAK SPACE}", " ")


def test_events_and_sources_have_their_own_weights(made: Made) -> None:
    first = next(iter(made()["events"]["event_id"]))
    found = changes(made(), made(events={first: {"period": "1850"}}, sources={"honey-year": {"author": "Someone"}}))
    assert ("changed", first, "major") in told(found)
    assert ("changed", "honey-year", "minor") in told(found)
    assert aspects(found, "honey-year")["author"][1] == "Someone"


def test_every_facet_is_a_column_of_its_own() -> None:
    names = [name for facet in FACETS for name in facet.columns]
    assert len(names) == len(set(names))

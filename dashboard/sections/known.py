"""The numbers one by one: what sources state and what was calculated from it, by id, by place, by what it led to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from dashboard.charts import numbers, rows
from dashboard.state import facts
from dashboard.state.addresses import href
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from validation.quantities import formulas

Row = Mapping[str, Any]
"""A row of the joined frame; a missing text is "", a missing number None."""


def find(data: Snapshot, name: str) -> Row:
    """The observation or derivation of that id. Raises `Unknown`."""
    known = by_id(data)
    if name not in known:
        raise Unknown("observation", name, known)
    return known[name]


def by_id(data: Snapshot) -> Mapping[str, Row]:
    """Every number, stated and calculated."""
    return data.once(_by_id)


def of_indicator(data: Snapshot, indicator_id: str) -> list[Row]:
    """An indicator's numbers, stated ones first."""
    return [row for row in by_id(data).values() if row["indicator_id"] == indicator_id]


def neighbors(data: Snapshot, row: Row) -> tuple[Row | None, Row | None]:
    """The numbers before and behind this one in its source."""
    place = [other for other in by_id(data).values() if other["source_id"] == row["source_id"]]
    ordered = sorted(place, key=lambda other: (other["start"] or 0, other["observation_id"]))
    at = [other["observation_id"] for other in ordered].index(row["observation_id"])
    return (ordered[at - 1] if at else None), (ordered[at + 1] if at + 1 < len(ordered) else None)


def derivations(data: Snapshot) -> list[Row]:
    """The derivations that could be computed, as derivations.csv has them."""
    results = facts.results(data)
    return [row for row in facts.table(data, "derivations").to_dict("records") if row["derivation_id"] in results]


def used_by(data: Snapshot, names: Iterable[str]) -> list[Row]:
    """The derivations whose formula has one of these numbers."""
    wanted = set(names)
    return [row for row in derivations(data) if wanted & set(formulas.references(row["formula"]))]


def operands(data: Snapshot, row: Row) -> list[Row]:
    """The numbers that a calculated one was calculated from; none for a stated one."""
    formula = {other["derivation_id"]: other["formula"] for other in derivations(data)}.get(row["observation_id"], "")
    return [find(data, name) for name in formulas.references(formula)] if formula else []


def sources(data: Snapshot, row: Row) -> list[str]:
    """The titles of the sources that a number rests on."""
    return [other["source"] for other in (operands(data, row) or [row])]


def place(row: Row) -> str:
    """Where the passage of a number is shown among all of its source, in the document where that is here."""
    return href(f"/sources/{row['source_id']}", at=row["observation_id"])


def opened(data: Snapshot, row: Row) -> str:
    """Where a click on a number leads: to its passage where its document is here, else to the page of the number."""
    return place(row) if is_here(data, row["source_id"]) else f"/observations/{row['observation_id']}"


def is_here(data: Snapshot, source_id: str) -> bool:
    """Whether a source's document can be read here, as it was when it was recorded."""
    document = data.register.documents.get(source_id)
    return document is not None and document.unchanged


def name(row: Row) -> str:
    """What a number is of: its indicator, its area, its period."""
    return " · ".join(part for part in (row["indicator"], row["area"], rows.period(row)) if part)


def marked(quote: str, *words: str) -> str:
    """The longest of the words for a number that stand in its quote, to be marked there."""
    return max((word for word in words if word in quote), key=len, default="")


def passage(row: Row) -> str:
    """The number as it stands in its quote, with its qualifier where the two stand together."""
    return marked(row["quote"], row["said"], row["printed"])


def parts(words: str) -> tuple[str, str, str]:
    """What stands before the number, the number, and its unit; all of the words are the number where none is found."""
    before, number, after = numbers.split(words)
    return (before, number, after) if number else ("", words, "")


def _by_id(data: Snapshot) -> dict[str, Row]:
    both = pd.concat([facts.observations(data), facts.derivations(data)], ignore_index=True)
    return {row["observation_id"]: row for row in rows.records(both)}

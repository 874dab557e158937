"""Everything that a search can find: numbers, indicators, events, sources, charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dashboard.charts import dates, rows
from dashboard.sections.searching import words
from dashboard.sections.searching.words import Term
from dashboard.state import facts
from dashboard.state.store import Snapshot


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to find.

    `title`, `about` and `quote` are shown, `more` is searched alone. `qualifier` and `values` are a number's.
    """

    group: str
    title: str
    href: str
    about: str = ""
    quote: str = ""
    more: str = ""
    qualifier: str = ""
    values: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A thing with the terms of its texts, the weightiest text first."""

    entry: Entry
    texts: tuple[list[Term], ...]


def everything(data: Snapshot) -> list[Found]:
    """All there is to find."""
    return data.once(_everything)


def _everything(data: Snapshot) -> list[Found]:
    each = [*_numbers(data), *_indicators(data), *_events(data), *_sources(data), *_charts(data)]
    return [Found(one, tuple(map(words.read, (one.title, one.about, one.quote, one.more)))) for one in each]


def _numbers(data: Snapshot) -> Iterator[Entry]:
    for row in rows.records(facts.observations(data)):
        about = [row["indicator"], row["area"], rows.period(row), row["source"]]
        yield Entry(
            "Numbers",
            rows.said(row),
            f"/observations/{row['observation_id']}",
            " · ".join(filter(None, about)),
            row["quote"],
            " ".join((row["topic"], row["attribution"], row["note"])),
            row["qualifier"],
            tuple(value for value in (row["value"], row["upper_value"]) if value is not None),
        )


def _indicators(data: Snapshot) -> Iterator[Entry]:
    charts = facts.table(data, "charts").set_index("chart_id")["topic"]
    for row in _rows(data, "indicators"):
        place = f"/indicators/{row['indicator_id']}"
        yield Entry("Indicators", row["name"], place, row["definition"], more=charts.get(row["chart_id"], ""))


def _events(data: Snapshot) -> Iterator[Entry]:
    mentions = facts.table(data, "mentions").groupby("event_id")
    said = {event_id: " ".join([*group["printed"], *group["quote"]]) for event_id, group in mentions}
    for row in _rows(data, "events"):
        more = " ".join((said.get(row["event_id"], ""), row["kind"], row["note"]))
        yield Entry("Events", row["name"], f"/events/{row['event_id']}", dates.words(row["period"]), more=more)


def _sources(data: Snapshot) -> Iterator[Entry]:
    for row in _rows(data, "sources"):
        about = (row["author"], row["publisher"], dates.words(row["published"]))
        yield Entry("Sources", row["title"], f"/sources/{row['source_id']}", " · ".join(filter(None, about)))


def _charts(data: Snapshot) -> Iterator[Entry]:
    drawn = set(facts.observations(data)["chart_id"])
    for row in _rows(data, "charts"):
        if row["chart_id"] in drawn:
            yield Entry("Charts", row["name"], f"/charts/{row['chart_id']}", row["topic"], more=row["note"])


def _rows(data: Snapshot, name: str) -> list[dict[str, Any]]:
    return facts.table(data, name).to_dict("records")

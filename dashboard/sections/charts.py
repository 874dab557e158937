"""The charts that pages show: which rows each one draws, and the card around it."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go
from dash import html
from dash.development.base_component import Component

from dashboard.charts import choice as kinds
from dashboard.charts import dates, headlines, rows
from dashboard.charts.kinds import timeline
from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import bases, known, tiles
from dashboard.sections import cards as figures
from dashboard.sections.cards import Chart
from dashboard.sections.disputes import gravest, verdicts
from dashboard.sections.timetable import events_table
from dashboard.state import facts
from dashboard.state.addresses import href
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.state.views import Span, View
from validation.model import accounts
from validation.quantities import units

ALL = "timeline/all"

NAMED = 4
"""Sources that are named beneath a chart."""

TILES = 120
"""Pixels that a row of numbers alone takes."""


def draw(data: Snapshot, key: str, /, *, scheme: str, width: int) -> go.Figure:
    """The figure of `chart/<id>`, `indicator/<id>`, `accounts/<number>` or the timeline; see `figures.Draw`."""
    if key == ALL:
        return timeline.draw(*dated(data), scheme=scheme, width=width)
    found = drawn_rows(data, key)
    return kinds.draw(found, kind=kind(data, key), scheme=scheme, width=width)


def card(data: Snapshot, key: str, view: View, *, span: Span = "half", level: int = 3) -> Component:
    """The chart with headline, table, downloads and source; numbers alone are set large in their words."""
    about = _chart(data, key, span, level)
    if chosen(data, key) == kinds.ALONE:
        return figures.words(about, tiles.tiles(data, drawn_rows(data, key)))
    return figures.card(about, figures.drawn(data, draw, key, view, span))


def height(data: Snapshot, key: str, view: View, span: Span = "half") -> int:
    """The height of a chart's drawing in pixels; of numbers alone, that of their tiles."""
    if chosen(data, key) == kinds.ALONE:
        return TILES * -(-tiles.count(drawn_rows(data, key)) // (2 if span == "half" else 4))
    return int(figures.drawn(data, draw, key, view, span)["layout"]["height"])


def timeline_card(data: Snapshot, view: View) -> Component:
    """The timeline of every event, over the whole width."""
    events, mentions = dated(data)
    source = "; ".join(dict.fromkeys(mentions["source"]))
    about = Chart(
        ALL,
        headlines.timeline_headline(events, mentions),
        headlines.STRETCHED,
        source,
        headlines.timeline_alternative(events, mentions),
        events_table(events, mentions),
        downloads=[("/download/tables/events.csv", "Events (CSV)"), ("/download/tables/mentions.csv", "Datings (CSV)")],
        span="full",
        level=2,
    )
    return figures.card(about, figures.drawn(data, draw, ALL, view, "full"))


def drawn_rows(data: Snapshot, key: str) -> pd.DataFrame:
    """The rows that a chart draws, with the calculated ones that belong to it, each with the verdict on its accounts.

    Raises `Unknown` for no such chart.
    """
    return data.once(_drawn_rows, key)


def chosen(data: Snapshot, key: str) -> str:
    """The kind that a chart is drawn as; "alone" for numbers that a drawing would add nothing to."""
    return kinds.choose(drawn_rows(data, key), kind(data, key))


def kind(data: Snapshot, key: str) -> str:
    """The kind that charts.csv asks for, or none; groups of accounts are compared whatever it says."""
    what, _, name = key.partition("/")
    if what == "accounts":
        return "accounts"
    charts = facts.table(data, "charts").set_index("chart_id")["kind"]
    return charts.get(name, "") if what == "chart" else ""


def dated(data: Snapshot) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Events and mentions as the timeline wants them."""
    return data.once(_dated)


def _drawn_rows(data: Snapshot, key: str) -> pd.DataFrame:
    found = _chosen_rows(data, key)
    said = verdicts(data)
    return found.assign(base=_base(data, found), verdict=[said.get(name, "") for name in found["observation_id"]])


def _base(data: Snapshot, found: pd.DataFrame) -> str:
    """What the rows are shares of; "" where that is not one thing, or some are no shares."""
    indicators = facts.table(data, "indicators").set_index("indicator_id")
    drawn = indicators.loc[list(dict.fromkeys(found["indicator_id"]))]
    return bases.common(drawn["definition"]) if drawn["measure"].eq("share").all() else ""


def _chosen_rows(data: Snapshot, key: str) -> pd.DataFrame:
    what, _, name = key.partition("/")
    if what == "accounts":
        return _accounts(data, name)
    field = {"chart": "chart_id", "indicator": "indicator_id"}.get(what)
    if field is None:
        raise Unknown("chart", key)
    stated, derived = (rows[rows[field].eq(name)] for rows in (facts.observations(data), facts.derivations(data)))
    found = _with_bases(stated, derived, kind(data, key)) if len(stated) else derived
    if found.empty:
        raise Unknown("chart", key)
    if kind(data, key) == "series":
        found = pd.concat([_held_against(data, found), found], ignore_index=True)
    return _converted(data, found)


def _held_against(data: Snapshot, series: pd.DataFrame) -> pd.DataFrame:
    """Documents' numbers that checks hold against a series, to be marked on it at their own period."""
    checks = facts.table(data, "checks")
    of_one_quantity = checks["reference_id"].isin(series["observation_id"]) & checks["verdict"].ne("other-scope")
    stated = facts.observations(data)
    held = stated["observation_id"].isin(checks[of_one_quantity]["observation_id"]) & stated["period"].notna()
    return stated[held & stated["unit_id"].isin(series["unit_id"]) & ~stated.index.isin(series.index)]


def _with_bases(stated: pd.DataFrame, derived: pd.DataFrame, asked: str) -> pd.DataFrame:
    """The stated rows; with a growth the calculated levels it started from, with accounts the calculated ones."""
    if asked == "accounts":
        return pd.concat([stated, derived[derived["indicator_id"].isin(stated["indicator_id"])]], ignore_index=True)
    levels = derived[derived["indicator_id"].isin(stated["change_of"])]
    if levels.empty:
        return stated
    both = pd.concat([stated, levels], ignore_index=True)
    return both if kinds.choose(both, asked) == "growth" else stated


def _converted(data: Snapshot, found: pd.DataFrame) -> pd.DataFrame:
    """The rows with their value in their indicator's unit, so that square miles stand beside square kilometres."""
    known = units.of(data.register["units"])
    wanted = data.register["indicators"].set_index("indicator_id")["unit_id"]
    scales = [
        (Decimal(str(row["value"])), known[row["unit_id"]], known[wanted[row["indicator_id"]]])
        for row in found.to_dict("records")
    ]
    common = [float(units.convert(value, unit, to, known)) for value, unit, to in scales]
    return found.assign(common_value=common, common_symbol=[to.symbol or to.name for *_, to in scales])


def _accounts(data: Snapshot, name: str) -> pd.DataFrame:
    """The accounts of one quantity in its indicator's unit, as `common_value`."""
    groups = {group_name(group): group for group in facts.groups(data)}
    if name not in groups:
        raise Unknown("chart", f"accounts/{name}")
    group = groups[name]
    both = pd.concat([facts.observations(data), facts.derivations(data)], ignore_index=True)
    found = both[both["observation_id"].isin(group.amounts)].copy()
    table = units.of(data.register["units"])
    unit = data.register["indicators"].set_index("indicator_id")["unit_id"][group.indicator_id]
    found["common_value"] = [float(group.amounts[name].value) for name in found["observation_id"]]
    found["common_symbol"] = table[unit].symbol or table[unit].name
    return found


def group_name(group: accounts.Group) -> str:
    """A group of accounts as addresses and ids name it: by its first account."""
    return group.members[0].id


def _chart(data: Snapshot, key: str, span: Span, level: int) -> Chart:
    found, asked = drawn_rows(data, key), kind(data, key)
    alone = chosen(data, key) == kinds.ALONE
    return Chart(
        key,
        _name(data, key, found) if alone else headlines.headline(found, asked),
        "" if alone else headlines.subtitle(found, asked),
        _in_short(sources(data, found)),
        headlines.alternative(found),
        numbers_table(data, found, "The numbers of this chart"),
        href=_page(key),
        downloads=_downloads(key, found),
        key_line=_key(found, asked),
        span=span,
        level=level,
    )


def _key(found: pd.DataFrame, asked: str) -> str:
    """What the marks mean, an open one too where accounts are compared."""
    calculated = kinds.choose(found, asked) == "accounts" and found["source_kind"].eq("derived").any()
    return (
        f"{headlines.key(found, asked)} An open mark is calculated.".strip()
        if calculated
        else headlines.key(found, asked)
    )


def sources(data: Snapshot, found: pd.DataFrame) -> list[str]:
    """The titles of the sources that state the rows, or what the rows were calculated from."""
    return list(dict.fromkeys(title for row in rows.records(found) for title in known.sources(data, row)))


def _in_short(titles: list[str]) -> str:
    """The titles, the last of a long list only counted: the table has them all."""
    if len(titles) <= NAMED:
        return "; ".join(titles)
    return f"{'; '.join(titles[: NAMED - 1])}; and {len(titles) - NAMED + 1} more, in the table"


def _name(data: Snapshot, key: str, found: pd.DataFrame) -> str:
    """What numbers alone are of: they say themselves what a headline would repeat."""
    what, _, name = key.partition("/")
    if what == "chart":
        return str(facts.table(data, "charts").set_index("chart_id")["name"][name])
    return str(found["indicator"].iloc[0])


def _page(key: str) -> str:
    """The page of a chart or an indicator; a group of accounts has its place among the comparisons."""
    what, _, name = key.partition("/")
    return {"chart": f"/charts/{name}", "indicator": f"/indicators/{name}"}.get(what, f"/compare#accounts-{name}")


def _downloads(key: str, found: pd.DataFrame) -> list[elements.Link]:
    what, _, name = key.partition("/")
    if what == "indicator":
        places = f"/download/indicators/{name}"
        return [(f"{places}.csv", "These numbers (CSV)"), (f"{places}.json", "These numbers (JSON)")]
    indicators = list(dict.fromkeys(found["indicator_id"]))
    return [(href("/download/observations.csv", indicator=indicators), "These numbers (CSV)")]


def numbers_table(data: Snapshot, found: pd.DataFrame, caption: str) -> Component:
    """The rows as a table: what, how much in the source's words, when, who says so; each row leads to its passage."""
    columns = (Column("What"), Column("Stated"), Column("Period"), Column("Source"))
    records = rows.records(found)
    named = rows.names(records)
    lines = [_row(data, one, name.title) for one, name in zip(records, named, strict=True)]
    return table(columns, lines, caption=caption)


def _row(data: Snapshot, row: rows.Row, name: str) -> Row:
    when, said = rows.period(row), rows.said(row)
    place = known.opened(data, row)
    source = "calculated" if rows.derived(row) else row["source"]
    sentence = f"{name}: {said}, {when or 'no period'}, {source}"
    cells = (html.A(name, href=f"/indicators/{row['indicator_id']}"), html.A(said, href=place), when, source)
    return Row(cells, point=row["observation_id"], said=sentence, href=place)


def _dated(data: Snapshot) -> tuple[pd.DataFrame, pd.DataFrame]:
    events = facts.table(data, "events")
    spans = [dates.span(period) for period in events["period"]]
    events = events.assign(
        first=[span[0] if span else None for span in spans], last=[span[1] if span else None for span in spans]
    )
    return events, _mentions(data)


def _mentions(data: Snapshot) -> pd.DataFrame:
    """The mentions with what their sources are called, their errata, and what conflicts.csv says of them."""
    mentions, sources = facts.table(data, "mentions"), facts.table(data, "sources").set_index("source_id")
    errata = facts.table(data, "errata").set_index("target_id")["correct"].to_dict()
    ids = mentions["mention_id"]
    return mentions.assign(
        source=mentions["source_id"].map(sources["title"]),
        author=mentions["source_id"].map(sources["author"]),
        publisher=mentions["source_id"].map(sources["publisher"]),
        erratum=[errata.get(name, "") for name in ids],
        verdict=[gravest(data, name) for name in ids],
    )

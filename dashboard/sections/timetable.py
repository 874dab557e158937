"""The timeline as a table: events in their order, with what each source says of their dates."""

from __future__ import annotations

import pandas as pd
from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates, datings
from dashboard.design.tables import Column, Row, table
from dashboard.state.addresses import href


def events_table(events: pd.DataFrame, mentions: pd.DataFrame) -> Component:
    """A row for each event, and one for each dating that has a mark of its own, which leads to its passage."""
    columns = (Column("When"), Column("What"), Column("Dated by"))
    found = datings.read(events, mentions)
    lines = [
        line for event in found for line in (_event_row(event), *(_dating_row(event, one) for one in event.differing))
    ]
    return table(columns, lines, caption="Events in the order of time")


def _event_row(event: datings.Event) -> Row:
    place = f"/events/{event.row['event_id']}"
    when, name = dates.words(event.row["period"]), event.row["name"]
    said = "; ".join(f"“{one.mention['printed']}” in {one.mention['source']}" for one in event.datings)
    return Row((when, html.A(name, href=place), said), point=event.row["event_id"], said=f"{when}: {name}", href=place)


def _dating_row(event: datings.Event, dating: datings.Dating) -> Row:
    mention, name = dating.mention, event.row["name"]
    id, place = mention["mention_id"], href(f"/sources/{mention['source_id']}", at=mention["mention_id"])
    cells = (dates.words(mention["period"]), html.A(name, href=place), dating.note)
    return Row(cells, point=id, said=f"{name}, dated differently: {dating.note}", href=place)

"""Events down a line of time, one mark each, their labels never touching; datings that differ are flagged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts import datings
from dashboard.charts.datings import Dating
from dashboard.charts.drawing import geometry
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, tall
from dashboard.charts.drawing.key import write_key
from dashboard.charts.drawing.placing import MARK, SIZE, Place, Plan, plan
from dashboard.design import theme
from dashboard.design.theme import Style

# What the mark of a date that is not the event's own is called.
DIFFERING = "another date in a source"

# Events shorter than this many years are a mark alone.
_LASTING = 1.5


def draw(events: pd.DataFrame, mentions: pd.DataFrame, *, scheme: str = "light", width: int = 880) -> go.Figure:
    """A spine with a mark per event, words on both sides, or on one side below 560 pixels.

    Parameters
    ----------
    events
        One row per event: event_id, name, kind, period (EDTF), first and last (years), flags.
    mentions
        One row per source's dating: event_id, printed, period, source_id, source, erratum; a text in `erratum`
        says that the source is wrong.
    scheme, width
        As for stated numbers.
    """
    found = datings.read(events, mentions)
    canvas = Canvas(scheme, width)
    styles = theme.styles([event.row["kind"] for event in found], scheme)
    planned = plan(found, width, narrow=canvas.narrow, top=_key(canvas, styles, found))
    _spine(canvas, planned)
    for place in planned.places:
        style = styles[place.event.row["kind"]]
        _leader(canvas, planned, place, style)
        _write(canvas, planned, place, style)
    canvas.traces += [_marks(canvas, kind, style, planned) for kind, style in styles.items()]
    _differing(canvas, planned)
    across = {"range": [-planned.left, width - planned.left], "visible": False}
    return canvas.figure(planned.height, xaxis=across)


def _key(canvas: Canvas, styles: Mapping[str, Style], found: Iterable[datings.Event]) -> float:
    verdicts = {dating.verdict for event in found for dating in event.differing}
    entries = [(style.glyph, style.color, kind) for kind, style in styles.items() if kind]
    if verdicts:
        color = canvas.colors.error if "wrong" in verdicts else canvas.colors.warn
        entries.append((theme.GLYPHS["x"], color, DIFFERING))
    return write_key(canvas, entries)


def _spine(canvas: Canvas, planned: Plan) -> None:
    """The spine, and round years where no mark and no other year is near."""
    (first, top), (last, bottom) = planned.years[0], planned.years[-1]
    canvas.line(0, top, bottom, color=canvas.colors.axis, width=2)
    at = At(0, "x", -12, "right") if canvas.narrow else At(0, "x", align="center")
    taken = [] if canvas.narrow else [y for _, y in planned.years]
    for year in geometry.ticks(last, 12, first):
        y = planned.y(year)
        if all(abs(y - other) > 18 for other in taken):
            canvas.write([f"{year:.0f}"], y, at, size=SMALL, color=canvas.colors.muted)
            taken.append(y)


def _leader(canvas: Canvas, planned: Plan, place: Place, style: Style) -> None:
    """A line from the mark to its words, and one along the spine for as long as the event lasts."""
    ends = [(place.side * MARK / 2, place.y), (place.side * (planned.label - 5), place.y)]
    canvas.route(ends, style.color)
    if _lasts(place):
        x = place.side * (planned.label * 0.6 + 4 * (_beside(planned, place) % 3 - 1))
        canvas.route([(x, place.y), (x, planned.y(place.event.last))], style.color, thick=3)


def _lasts(place: Place) -> bool:
    return place.event.last - place.event.first > _LASTING


def _beside(planned: Plan, place: Place) -> int:
    """How many events on the same side last into this one, so that their lines stand side by side."""
    earlier = planned.places[: planned.places.index(place)]
    return sum(_lasts(other) and other.side == place.side and other.event.last > place.event.first for other in earlier)


def _write(canvas: Canvas, planned: Plan, place: Place, style: Style) -> None:
    """The date in its kind's color, the name beside it, and below what is to be said of its datings."""
    words = place.words
    align, named = "left" if place.side == 1 else "right", tall(len(words.name), SIZE)
    at = At(planned.label * place.side, "x", align=align)
    canvas.write([words.date], place.y, at, size=SIZE, color=style.color, bold=True, backed=False)
    at = At((planned.label + words.indent) * place.side, "x", align=align)
    canvas.write(words.name, place.top + named / 2, at, size=SIZE, after=words.small, backed=False)
    if words.notes:
        wrong = any(dating.verdict == "wrong" for dating in place.event.differing)
        color = canvas.colors.error if wrong else canvas.colors.warn
        middle = place.top + named + tall(len(words.notes), SMALL) / 2
        canvas.write(words.notes, middle, at, size=SMALL, color=color, backed=False)


def _marks(canvas: Canvas, kind: str, style: Style, planned: Plan) -> dict[str, Any]:
    """The marks of one kind of events."""
    places = [place for place in planned.places if place.event.row["kind"] == kind]
    size = MARK + (2 if style.symbol == "triangle-up" else 0)
    marker = {"color": style.color, "size": size, "symbol": style.symbol}
    return _trace(canvas, [(0.0, place.y) for place in places], marker) | {
        "customdata": [place.event.row["event_id"] for place in places],
        "hovertext": [place.event.hover for place in places],
        "name": kind,
    }


def _differing(canvas: Canvas, planned: Plan) -> None:
    """A cross where a source has another date, tied to the event by a dotted line beside the spine."""
    found = [(place, dating) for place in planned.places for dating in place.event.differing]
    if not found:
        return
    colors = {"wrong": canvas.colors.error, "other": canvas.colors.warn}
    for place, dating in found:
        color = colors[dating.verdict]
        canvas.line(0, place.y, planned.y(dating.at), color=color, width=3, dash="dot")
    marker = {"color": [colors[dating.verdict] for _, dating in found], "size": 10, "symbol": "x"}
    canvas.traces.append(
        _trace(canvas, [(0.0, planned.y(dating.at)) for _, dating in found], marker)
        | {
            "customdata": [_id(dating) for _, dating in found],
            "hovertext": [place.event.hover for place, _ in found],
            "meta": "mentions" if all("mention_id" in dating.mention for _, dating in found) else "events",
            "name": DIFFERING,
        }
    )


def _id(dating: Dating) -> str:
    return dating.mention.get("mention_id") or dating.mention["event_id"]


def _trace(canvas: Canvas, points: list[tuple[float, float]], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "cliponaxis": False,
        "hoverinfo": "text",
        # What the marks' customdata are ids of, for those who open what is clicked.
        "meta": "events",
        "marker": marker | {"line": {"color": canvas.colors.paper, "width": 1}},
        "mode": "markers",
        "type": "scatter",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
    }

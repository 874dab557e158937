"""Events down a line of time, one mark each, their labels never touching; datings that differ are flagged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.drawing import geometry
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import note
from dashboard.charts.drawing.lettering import markup
from dashboard.charts.drawing.marks import write_key
from dashboard.charts.drawing.placing import MARK, SIZE, Place, Plan, plan
from dashboard.design import theme
from dashboard.design.theme import Style
from validation.language import periods
from validation.model.events import Dating, Event

# What the mark of a date that is not the event's own is called.
DIFFERING = "another date in a source"

# Events shorter than this many years are a mark alone.
_LASTING = 1.5


def draw(events: Sequence[Event], *, scheme: str = "light", width: int = 880) -> Figure:
    """A spine with a mark per event that has a date, words on both sides, or on one side below 560 pixels.

    `scheme` and `width` are as for stated numbers.
    """
    dated = [event for event in events if event.period]
    canvas = Canvas(scheme, width)
    styles = {event.kind: theme.of_reference(scheme) for event in dated}
    planned = plan(dated, width, narrow=canvas.narrow, top=_key(canvas, styles, dated))
    if planned.years:
        _spine(canvas, planned)
    for place in planned.places:
        style = styles[place.event.kind]
        _leader(canvas, planned, place, style)
        _write(canvas, planned, place, style)
    canvas.traces += [_marks(canvas, kind, style, planned) for kind, style in styles.items()]
    _differing(canvas, planned)
    across = {"range": [-planned.left, width - planned.left], "visible": False}
    return canvas.figure(planned.height, xaxis=across)


def _key(canvas: Canvas, styles: Mapping[str, Style], events: Sequence[Event]) -> float:
    entries = [("■", style.color, kind) for kind, style in styles.items() if kind]
    differing = [dating for event in events for dating in event.differing]
    if differing:
        entries.append(("✖", _gravest(canvas, differing), DIFFERING))
    return write_key(canvas, entries)


def _gravest(canvas: Canvas, datings: Sequence[Dating]) -> str:
    """The color of datings that differ, or that one of them is wrong."""
    return canvas.colors.error if any(dating.is_wrong for dating in datings) else canvas.colors.warn


def _spine(canvas: Canvas, planned: Plan) -> None:
    """The spine, and round years where no mark and no other year is near."""
    (first, top), (last, bottom) = planned.years[0], planned.years[-1]
    canvas.line(0, top, bottom, color=canvas.colors.axis, width=2)
    at = At(0, "x", -12, "right") if canvas.narrow else At(0, "x", align="center")
    taken = [] if canvas.narrow else [y for _, y in planned.years]
    for year in geometry.ticks(last, 12, first):
        y = planned.y(year)
        if year == int(year) and all(abs(y - other) > 18 for other in taken):
            canvas.write([periods.in_era(int(year))], y, at, size=SMALL, color=canvas.colors.muted)
            taken.append(y)


def _leader(canvas: Canvas, planned: Plan, place: Place, style: Style) -> None:
    """A line from the mark to its words, and one along the spine for as long as the event lasts."""
    ends = [(place.side * MARK / 2, place.y), (place.side * (planned.label - 5), place.y)]
    canvas.route(ends, style.color)
    if _lasts(place):
        x = place.side * (planned.label * 0.6 + 4 * (_beside(planned, place) % 3 - 1))
        canvas.route([(x, place.y), (x, planned.y(place.last))], style.color, thick=3)


def _lasts(place: Place) -> bool:
    return place.last - place.first > _LASTING


def _beside(planned: Plan, place: Place) -> int:
    """How many events on the same side last into this one, so that their lines stand side by side."""
    earlier = planned.places[: planned.places.index(place)]
    return sum(_lasts(other) and other.side == place.side and other.last > place.first for other in earlier)


def _write(canvas: Canvas, planned: Plan, place: Place, style: Style) -> None:
    """The date in its kind's color, the name beside it, and below what is to be said of its datings."""
    words = place.words
    align, named = "left" if place.side == 1 else "right", tall(len(words.name), SIZE)
    at = At(planned.label * place.side, "x", align=align)
    canvas.write([words.date], place.y, at, size=SIZE, color=style.color, bold=True, backed=False)
    at = At((planned.label + words.indent) * place.side, "x", align=align)
    canvas.write(words.name, place.top + named / 2, at, size=SIZE, after=words.small, backed=False)
    if words.notes:
        color = _gravest(canvas, place.event.differing)
        middle = place.top + named + tall(len(words.notes), SMALL) / 2
        canvas.write(words.notes, middle, at, size=SMALL, color=color, backed=False)


def _marks(canvas: Canvas, kind: str, style: Style, planned: Plan) -> dict[str, Any]:
    """The marks of one kind of events."""
    places = [place for place in planned.places if place.event.kind == kind]
    size = MARK + (2 if style.symbol == "triangle-up" else 0)
    marker = {"color": style.color, "size": size, "symbol": style.symbol}
    return _trace(canvas, [place.y for place in places], marker) | {
        "customdata": [place.event.id for place in places],
        "hovertext": [_hover(place.event) for place in places],
        # What the marks' customdata are ids of, for those who open what is clicked.
        "meta": "events",
        "name": kind,
    }


def _differing(canvas: Canvas, planned: Plan) -> None:
    """A cross where a source has another date, tied to the event by a dotted line beside the spine."""
    found = [(place, dating) for place in planned.places for dating in place.event.differing]
    if not found:
        return
    colors = [_gravest(canvas, [dating]) for _, dating in found]
    heights = [planned.y(place.at(dating)) for place, dating in found]
    for (place, _), color, y in zip(found, colors, heights, strict=True):
        canvas.line(0, place.y, y, color=color, width=3, dash="dot")
    marker = {"color": colors, "size": 10, "symbol": "x"}
    canvas.traces.append(
        _trace(canvas, heights, marker)
        | {
            "customdata": [dating.id for _, dating in found],
            "hovertext": [_hover(place.event) for place, _ in found],
            "meta": "mentions",
            "name": DIFFERING,
        }
    )


def _trace(canvas: Canvas, heights: Sequence[float], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "cliponaxis": False,
        "hoverinfo": "text",
        "marker": marker | {"line": {"color": canvas.colors.paper, "width": 1}},
        "mode": "markers",
        "type": "scatter",
        "x": [0.0] * len(heights),
        "y": list(heights),
    }


def _hover(event: Event) -> str:
    """Name and date, then what each source prints."""
    lines = [markup(event.when), *(markup(note(dating)) for dating in event.datings)]
    return "<br>".join([f"<b>{markup(event.name)}</b>", *lines])

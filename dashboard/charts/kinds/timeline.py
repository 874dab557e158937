"""Events on one even scale of time, a row each: gray marks, and red where a document dates one wrongly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.charts.drawing import placing
from dashboard.charts.drawing.canvas import SMALL, At, Canvas, Figure, tall
from dashboard.charts.drawing.content import note
from dashboard.charts.drawing.lettering import markup
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.placing import DOT, EDGE, RING, SIZE, Group, Mark, Plan, Row, Run
from dashboard.charts.keys import Entry
from dashboard.design import theme
from validation.language import calendar
from validation.language.periods import Date
from validation.model.events import Event

KEY: Mapping[str, Entry] = {
    "dot": Entry("date-dot", "a dot", "a year, a month or a day"),
    "bar": Entry("date-bar", "a bar", "a longer time"),
    "about": Entry("date-about", "a dashed ring or line", "about"),
    "wrong": Entry("date-wrong", "red", "where a document puts it, and where it belongs"),
    "group": Entry("date-group", "a shaded group", "times that overlap: the order of these rows says nothing"),
}
"""What each mark means."""

# Pixels: bars of events, those of wrong datings, ticks, what is at the head and the foot, between the years named.
_BAR, _THIN, _TICK, _AXIS, _APART = 7, 3, 15, 26, 86

# A drawing that is higher has its years at the foot, too.
_TALL = 500


def draw(events: Sequence[Event], *, scheme: str = "light", width: int = 880) -> Figure:
    """A row for each event that has a date; its words stand above its mark below 460 pixels.

    `scheme` and `width` are as for stated numbers.
    """
    canvas = Canvas(scheme, width)
    planned = placing.plan(events, width, narrow=canvas.narrow, top=_AXIS)
    canvas.left = planned.left
    canvas.scale(planned.scale)
    height = planned.height + (_AXIS if planned.height > _TALL else EDGE)
    if planned.groups:
        _axis(canvas, planned, height)
    for group in planned.groups:
        _group(canvas, group)
    for row in planned.rows:
        _words(canvas, row)
        _about(canvas, row)
        _way(canvas, row)
    canvas.traces += [trace for trace in (*_events(canvas, planned.rows), *_wrong(canvas, planned.rows)) if trace["x"]]
    return canvas.figure(height if planned.groups else 0, barmode="overlay")


def key(events: Sequence[Event], width: int = 880) -> list[Entry]:
    """The marks that a drawing of these events has."""
    planned = placing.plan(events, width, narrow=False, top=0)
    marks = [row.mark for row in planned.rows]
    found = {
        "dot": any(mark.is_dot for mark in marks),
        "bar": not all(mark.is_dot for mark in marks),
        "about": any(_is_about(end) for event in events if event.period for end in event.period.ends),
        "wrong": any(row.wrong for row in planned.rows),
        "group": any(group.heading for group in planned.groups),
    }
    return [entry for mark, entry in KEY.items() if found[mark]]


def _axis(canvas: Canvas, planned: Plan, height: float) -> None:
    """The years: a line through all rows, or on a phone, where words would cross it, a tick in each."""
    years = planned.years(_APART)
    for year in years:
        label = calendar.in_era(year)
        at = At(year, "x", canvas.inside(planned.scale.pixels(year), text_width(label, SMALL) + 4), "center")
        for y in (_AXIS / 2 - 3, *([height - _AXIS / 2 + 3] if height > _TALL else [])):
            canvas.write([label], y, at, size=SMALL, color=canvas.colors.muted, backed=False)
        if not canvas.narrow:
            canvas.line(year, _AXIS - 4, planned.height, color=canvas.colors.grid, width=1)
    if canvas.narrow:
        for row in planned.rows:
            canvas.stroke(planned.scale.low, planned.scale.high, row.y, canvas.colors.grid, 1.5)
            for year in years:
                canvas.line(year, row.y - 4, row.y + 4, color=canvas.colors.axis, width=1)


def _group(canvas: Canvas, group: Group) -> None:
    """What holds the rows together whose order says nothing: their time, and a ground of their own."""
    if not group.heading:
        return
    above, canvas.shapes = canvas.shapes, []
    canvas.rect(-canvas.left / canvas.room, 1, group.top + 1, group.bottom - 1, canvas.colors.page, axis="paper")
    canvas.shapes += above
    y = group.top + placing.AROUND + placing.ROW / 2
    at = At(shift=placing.ASIDE - canvas.left)
    canvas.write([group.heading], y, at, size=SIZE, color=canvas.colors.muted, bold=True, backed=False)


def _words(canvas: Canvas, row: Row) -> None:
    """Date, name and what is said of the datings, beside the marks or above them."""
    if row.side:
        middle, align = row.y, "left" if row.side > 0 else "right"
        at = At(row.high if row.side > 0 else row.low, "x", row.side * placing.BESIDE, align)
    else:
        middle, at = row.top + tall(len(row.lines), SIZE) / 2, At(shift=row.x - canvas.left)
    canvas.write([""], middle, at, size=SIZE, backed=False)
    # In several styles, which `write` has not.
    canvas.notes[-1]["text"] = "<br>".join("".join(_run(canvas, run) for run in line) for line in row.lines)


def _run(canvas: Canvas, run: Run) -> str:
    colors = {"aside": canvas.colors.muted, "wrong": canvas.colors.error}
    text = markup(run.words)
    text = f"<b>{text}</b>" if run.style in placing.BOLD else text
    return f'<span style="font-size:{SIZE}px;color:{colors[run.style]}">{text}</span>' if run.style in colors else text


def _about(canvas: Canvas, row: Row) -> None:
    """A dashed ring around a dot, or a dashed line at an end, that is approximate."""
    color = theme.of_reference(canvas.scheme).color
    ends = row.event.period.ends if row.event.period else ()
    for x, end, way in zip(row.mark, (ends[0], ends[-1]), (-1, 1), strict=True):
        if _is_about(end) and row.mark.is_dot:
            canvas.ring(x, row.y, RING / 2, color)
        elif _is_about(end):
            canvas.path(f"M{4 * way},-8V8", x, row.y, stroke=color, thick=1.5, dash="3px,2.5px")


def _is_about(end: Date) -> bool:
    return end.doubt in ("~", "%")


def _way(canvas: Canvas, row: Row) -> None:
    """A line from where a document puts the event to where it belongs, and a tick at each end of a coarse date."""
    for _, at in row.wrong:
        if at.high < row.mark.low or row.mark.high < at.low:
            ends = (at.high, row.mark.low) if at.high < row.mark.low else (row.mark.high, at.low)
            canvas.stroke(*ends, row.y, canvas.colors.error, 1.5)
        for x in set(at) if not at.is_dot else ():
            canvas.path(f"M0,{-_TICK / 2}V{_TICK / 2}", x, row.y, stroke=canvas.colors.error, thick=2)


def _events(canvas: Canvas, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """The marks of the events: bars, and dots above them."""
    drawn = [(row.event.id, row.mark, row.y, _hover(row.event)) for row in rows]
    color = theme.of_reference(canvas.scheme).color
    yield _bars([one for one in drawn if not one[1].is_dot], color, _BAR)
    yield _points([one for one in drawn if one[1].is_dot], {"color": color, "size": DOT})


def _wrong(canvas: Canvas, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Where documents put events wrongly: thin bars, and ticks."""
    drawn = [(dating.id, at, row.y, _hover(row.event)) for row in rows for dating, at in row.wrong]
    color = canvas.colors.error
    tick = {"line": {"color": color, "width": 2.5}, "size": _TICK, "symbol": "line-ns"}
    yield _bars([one for one in drawn if not one[1].is_dot], color, _THIN)
    yield _points([one for one in drawn if one[1].is_dot], tick)


Drawn = tuple[str, Mark, float, str]
"""What a mark is of, where it is in years and in pixels from the top, and what it says when it is pointed at."""


def _bars(drawn: Sequence[Drawn], color: str, thick: float) -> dict[str, Any]:
    return _trace(drawn) | {
        "base": [mark.low for _, mark, _, _ in drawn],
        "marker": {"color": color, "cornerradius": thick / 2, "line": {"width": 0}},
        "orientation": "h",
        "type": "bar",
        "width": thick,
        "x": [mark.high - mark.low for _, mark, _, _ in drawn],
    }


def _points(drawn: Sequence[Drawn], marker: Mapping[str, Any]) -> dict[str, Any]:
    x = [mark.low for _, mark, _, _ in drawn]
    return _trace(drawn) | {"marker": marker, "mode": "markers", "type": "scatter", "x": x}


def _trace(drawn: Sequence[Drawn]) -> dict[str, Any]:
    return {
        "cliponaxis": False,
        "customdata": [name for name, _, _, _ in drawn],
        "hoverinfo": "text",
        "hovertext": [said for _, _, _, said in drawn],
        "y": [y for _, _, y, _ in drawn],
    }


def _hover(event: Event) -> str:
    """Name and date, then what each source prints."""
    lines = [markup(event.when), *(markup(note(dating)) for dating in event.datings)]
    return "<br>".join([f"<b>{markup(event.name)}</b>", *lines])

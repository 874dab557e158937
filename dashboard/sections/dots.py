"""Numbers as dots on one scale, in HTML: a row each, with the mark of its qualifier and its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from dashboard.charts import keys
from dashboard.charts.drawing import geometry, marks
from dashboard.charts.drawing.content import CALCULATED, Drawing, equal
from dashboard.charts.drawing.lettering import width
from dashboard.charts.kinds.accounts import Gap
from dashboard.design.elements import aria
from validation import vocabulary
from validation.language import written
from validation.model.observations import Observation

NARROWEST = 250
"""Pixels that a scale has at least with its labels, on a narrow phone."""

BY = ("by-ref", "by-doc")
"""The classes of what belongs to a reference's number, and to a document's."""

WHOLE = slice(None)
"""All that there is."""

SIZE = 16
TICKS = 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A number with who says it and where its mark leads."""

    number: Observation
    name: str
    href: str

    @property
    def small(self) -> str:
        """What it comes to in the unit of the scale, where that is another; that a source's numbers were added up."""
        return CALCULATED if self.number.is_sum else equal(self.number)


@dataclass(frozen=True)
class Frame:
    """Dots on one scale with zero on it, and the gap between two of them, if there is one to show."""

    dots: Sequence[Dot]
    gap: Gap | None = None

    @property
    def low(self) -> float:
        """Where the scale begins: at zero, or at the lowest of numbers below it."""
        return min(0.0, *(dot.number.common for dot in self.dots))

    @property
    def high(self) -> float:
        """Where the scale ends; of shares, where the whole does."""
        indicators = [dot.number.indicator for dot in self.dots]
        shares = all(one.measure == vocabulary.SHARE and one.unit.sign == "%" for one in indicators)
        return max(100.0 if shares else 0.0, *(dot.number.top for dot in self.dots))

    def at(self, value: float) -> float:
        """Where a value stands, as a part of the scale."""
        return (value - self.low) / ((self.high - self.low) or 1)

    @property
    def behind(self) -> float:
        """The pixels that are kept free behind the scale, so that each label has room in the narrowest frame."""
        labels = [(self.at(dot.number.top), _length(dot)) for dot in self.dots]
        labels += [(self.at(one.ends[1]), marks.GAP + width(one.words, SIZE, bold=True)) for one in self._gaps]
        labels.append((1.0, SIZE))
        return NARROWEST * (1 - 1 / max(1.0, geometry.reach(labels, NARROWEST)))

    @property
    def _gaps(self) -> list[Gap]:
        return [self.gap] if self.gap else []

    def style(self, rows: int) -> dict[str, str]:
        """What the stylesheet must know of it where so many of its dots are shown."""
        return {"--behind": f"{self.behind:.0f}px", "--rows": str(rows)}


def shown(frame: Frame, part: slice = WHOLE) -> Component:
    """The axis and a row for each number, or for part of them; over the first of them the gap.

    The first row of what stands around it, such as a grid, is that of the gap.
    """
    rows = [_row(frame, dot, place) for place, dot in enumerate(frame.dots[part], 2)]
    return html.Div([_axis(frame), *([] if part.start else _gap(frame)), *rows], className="points")


def key(numbers: Sequence[Observation]) -> Component:
    """The marks in use, with what each of them means."""
    entries = keys.key(Drawing("", tuple(numbers), vocabulary.AS_ACCOUNTS))
    of = origin(min(numbers, key=lambda one: one.is_of_document))
    samples = [(html.Span(className=_sample(one.swatch, of), **aria(hidden=True)), one.words) for one in entries]
    return html.Ul([html.Li([sample, words]) for sample, words in samples], className="points-key")


def mark(number: Observation) -> Component:
    """The mark alone, where words stand beside it."""
    return html.Span(className=_look(number), **aria(hidden=True))


def origin(number: Observation) -> str:
    """The class of what belongs to a document's number, or to a reference's."""
    return BY[number.is_of_document]


def _row(frame: Frame, dot: Dot, place: int) -> Component:
    number, small = dot.number, [html.Small(f" {dot.small}")] if dot.small else []
    label = html.Span([number.label, *small], className="point-label own" if number.is_own else "point-label")
    over = {"--to": _part(frame.at(number.top))}
    reach = [html.Span(className="point-reach", style=over)] if number.upper is not None else []
    drawn = html.Span(reach, className=f"{_look(number)} point-{number.qualifier}", **aria(hidden=True))
    link = html.A([drawn, label], href=dot.href, className="point-link", title=number.said)
    style = {"--row": str(place), "--at": _part(frame.at(number.common)), **over}
    name = html.Span(dot.name, className="point-name")
    return html.P([name, link], className=f"point-row {origin(number)}", style=style)


def _look(number: Observation) -> str:
    return f"point {origin(number)} hollow" if number.is_own else f"point {origin(number)}"


def _sample(swatch: str, of: str) -> str:
    """A chart's sample of a mark as a dot has it; that of a qualifier, which there ends a bar, is drawn as `of`."""
    given = swatch.split()
    by = BY["of-doc" in given] if "mark" not in given else of
    hollow = ["hollow"] if "hollow" in given else []
    codes = [name.replace("mark-", "point-") for name in given if name.startswith("mark-")]
    return " ".join(["point", by, *hollow, *codes])


def _gap(frame: Frame) -> list[Component]:
    """How far accounts are apart, beside a line from the one to the other."""
    if not frame.gap:
        return []
    low, high = map(frame.at, frame.gap.ends)
    style = {"--at": _part(low), "--to": _part(high)}
    return [html.P(html.Span(frame.gap.words), className="points-gap", style=style)]


def _axis(frame: Frame) -> Component:
    """The values of the scale, the last with the unit; each mark has its number, so that it is not read out."""
    symbol = frame.dots[0].number.indicator.unit.sign
    ticks = geometry.ticks(frame.high, TICKS, frame.low)
    words = written.glued(ticks, symbol)
    behind = html.Small(f" {symbol}") if words == written.glued(ticks, "") else ""
    labels = [html.Span([label, behind if tick == ticks[-1] else ""]) for tick, label in zip(ticks, words, strict=True)]
    return html.Div(
        [_tick(frame, *one) for one in zip(ticks, labels, strict=True)], className="axis", **aria(hidden=True)
    )


def _tick(frame: Frame, tick: float, label: Component) -> Component:
    return html.Span(label, className="tick" if tick else "tick zero", style={"--at": _part(frame.at(tick))})


def _part(value: float) -> str:
    return f"{value:.4g}"


def _length(dot: Dot) -> float:
    """The pixels of a dot's mark and label behind its value."""
    label = " ".join(part for part in (dot.number.label, dot.small) if part)
    return marks.beside(dot.number) + marks.GAP + width(label, SIZE, bold=True)

"""Bars in groups on one axis: a name over its rows, in each row what tells it from the others, a bar, its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf

from dashboard.charts.drawing import geometry, labels, marks
from dashboard.charts.drawing.canvas import At, Canvas
from dashboard.charts.drawing.content import CALCULATED, Drawing, are_whole, equal
from dashboard.charts.drawing.labels import DETAIL, EDGE, Label
from dashboard.charts.drawing.lettering import width
from dashboard.charts.drawing.marks import Spot
from validation.language import written
from validation.language.written import capitalized
from validation.model.observations import UNDATED, Observation

# Pixels: the least height of a row, with room for its bar; what is over and under a group's name.
ROW, OVER, UNDER = 27, 6, 2

# On a phone what tells a row from the others stands over its bar, nearer to it than to the one above.
_STACKED, _LOWERED = 5, 2

# How much of the width what stands before the bars may take, and what stands behind one.
_BEFORE, _BEHIND = 0.36, 0.45

# More height for what is written over a bar's end, on a phone over what tells rows apart; its middle is higher.
_ABOVE, _ABOVE_LEAD, _LIFTED = 13, 19, 8

# The lowest height under an axis for its values.
AXIS = 26

NO_PERIOD = "No period named"

WHOLE = 100.0
"""What shares in percent are parts of."""


@dataclass(frozen=True)
class Row:
    """A number as a bar: what tells it from the others of its group, and what is said after that and after its words.

    `above` is what its kind of chart writes over the bar's end, `since` the number from whose bar's end it draws a line
    to it; `timeless` is as in the drawing. What documents state, and the months of a part of a year, are told in bold.
    """

    number: Observation
    lead: str
    small: str = ""
    after: str = ""
    above: str = ""
    since: Observation | None = None
    timeless: bool = False

    @cached_property
    def bold(self) -> bool:
        """Whether what tells it from the others is bold."""
        by_period = self.lead == capitalized(_when(self.number))
        return self.number.told_by.is_document or (self.number.is_part_year and by_period)


@dataclass(frozen=True)
class Group:
    """Rows under one name, with what is said of all of them."""

    name: str
    small: str = ""
    rows: Sequence[Row] = ()


def grouped(drawing: Drawing) -> list[Group]:
    """The numbers by what they are of, in the drawing's order; documents' before others, then in order of time.

    Rows are told apart by their periods, with the source beside them; where they have one period, by their sources.
    """
    found: dict[str, dict[tuple[str, str], list[Observation]]] = {}
    for number in drawing.numbers:
        groups = found.setdefault(number.indicator.name, {})
        groups.setdefault((drawing.names[number.id].title, number.indicator.unit.sign), []).append(number)
    return [group for name, groups in found.items() for group in _of_indicator(drawing, name, groups)]


def row(drawing: Drawing, number: Observation, *, by_source: bool = False) -> Row:
    """A number as a row, told from the others by its period, or by its source; a sum of one source is told as one."""
    after = ", ".join(filter(None, (equal(number), CALCULATED if number.is_sum else "")))
    period = capitalized(_when(number)), drawing.sources[number.id]
    lead, small = (teller(drawing, number), "") if by_source else period
    return Row(number, lead, small, after, timeless=number in drawing.timeless)


def teller(drawing: Drawing, number: Observation) -> str:
    """Who tells a number, at the head of a row or a group: a source writes its name as it does, small or not."""
    return capitalized(CALCULATED) if number.is_own else drawing.sources[number.id]


@dataclass
class Panel:
    """Groups drawn down a canvas on one axis; `full` is the whole that the numbers are parts of (100 for percent).

    `spots` says afterwards where each number's bar lies, by its id.
    """

    canvas: Canvas
    groups: Sequence[Group]
    axis: str = "x"
    full: float = 0
    spots: dict[str, Spot] = field(default_factory=dict)

    @property
    def rows(self) -> list[Row]:
        """All rows."""
        return [row for group in self.groups for row in group.rows]

    def draw(self, y: float) -> float:
        """Draws everything down from height `y`, and returns the height below the axis's values."""
        canvas, numbers = self.canvas, [row.number for row in self.rows]
        low, high = min(0.0, *(one.common for one in numbers)), max(self.full, 0.0, *(one.top for one in numbers))
        words = {row.number.id: self._words(row) for row in self.rows}
        ends = [(max(row.number.top, 0.0) - low, _behind(row, words[row.number.id])) for row in self.rows]
        scale = geometry.Scale(low, low + max(self.full, geometry.reach(ends, canvas.room)), canvas.room)
        canvas.scale(scale, self.axis)
        ticks = geometry.ticks(high, max(2, round(scale.pixels(high) / 90)), low, whole=are_whole(numbers))
        y = y or -OVER / 2  # nothing stands above the first name of a drawing
        for group in self.groups:
            y = self._name(group, y)
            beside: list[tuple[float, float]] = []
            for row in group.rows:
                top, y = self._row(row, words[row.number.id], y, scale)
                joined = beside.pop()[0] if beside and beside[-1][1] == top else top
                beside.append((joined, y))
            for top, bottom in beside:
                canvas.lines(ticks, top, bottom, self.axis)
        canvas.values(scale, ticks, written.glued(ticks, numbers[0].indicator.unit.sign), y, self.axis)
        return y + AXIS

    def _words(self, row: Row) -> Label:
        bold = not row.number.is_own
        return labels.label(row.number.label, row.after, self.canvas.width * _BEHIND, bold=bold)

    def _lead(self, row: Row) -> Label:
        room = self.canvas.width - 8 if self.canvas.narrow else self.canvas.left - 12
        return labels.label(row.lead, row.small, room, bold=row.bold)

    def _name(self, group: Group, y: float) -> float:
        """Writes a group's name, and returns the height below."""
        if not group.name:
            return y + UNDER
        name = labels.label(group.name, group.small, self.canvas.width - 8, bold=True)
        labels.write(self.canvas, name, y + OVER, At(shift=EDGE - self.canvas.left), backed=False)
        return y + OVER + name.height + UNDER

    def _row(self, row: Row, words: Label, y: float, scale: geometry.Scale) -> tuple[float, float]:
        """Draws a row and returns the height from which lines may stand beside it, and the height below.

        On a phone no line strikes out the words over the bar.
        """
        canvas, number, lead = self.canvas, row.number, self._lead(row)
        style, top = marks.style(canvas, number), y
        if canvas.narrow:
            beside = self._is_beside(row, lead, scale)
            y += _ABOVE_LEAD if row.above and not beside else 0
            over = y + _LOWERED + lead.height / 2 if beside else y - _LIFTED
            beginning = y + _LOWERED
            y = top = y + lead.height
            height = max(style.thick + _STACKED, words.height + 2)
        else:
            y += _ABOVE if row.above else 0
            height = max(ROW, lead.height + 3, words.height + 3)
            over = y + (height - style.thick) / 2 - _LIFTED
            beginning = y + (height - lead.height) / 2
        middle = y + height / 2
        self.spots[number.id] = spot = Spot(middle, style.thick, self.axis, over)
        per_unit = scale.room / (scale.high - scale.low)
        marks.bar(canvas, number, spot, style, per_unit, timeless=row.timeless)
        color = canvas.colors.doc if number.told_by.is_document else ""
        behind = At(max(number.top, 0.0), self.axis, marks.overhang(number))
        labels.write(canvas, words, middle - words.height / 2, behind, color=color)
        # Last, for what backs the words behind the bar would cut the tails of the letters above.
        labels.write(canvas, lead, beginning, At(shift=EDGE - canvas.left), backed=False)
        return top, y + height

    def _is_beside(self, row: Row, lead: Label, scale: geometry.Scale) -> bool:
        """Whether what is drawn over the bar's end is right of what tells the row from the others."""
        begins = min(row.since.common, row.number.common) if row.since else scale.low
        return scale.pixels(begins) > lead.width


def margins(canvas: Canvas, groups: Iterable[Group]) -> None:
    """Makes room for what stands before the bars: a column as wide as it needs; none on a phone."""
    limit = canvas.width * _BEFORE
    leads = [labels.label(row.lead, row.small, limit, bold=row.bold) for group in groups for row in group.rows]
    canvas.left = 1 if canvas.narrow else max((lead.width for lead in leads), default=0) + 14
    canvas.right = 6


def _behind(row: Row, words: Label) -> float:
    """The pixels that a row needs behind its bar."""
    return marks.overhang(row.number) + max(words.width, width(row.above, DETAIL, bold=True) + 4)


def _of_indicator(
    drawing: Drawing, name: str, found: Mapping[tuple[str, str], Sequence[Observation]]
) -> Iterator[Group]:
    """The groups of one indicator, by title and unit: of several each is called after its area, the first says more."""
    shared = len({number.when for number in drawing.numbers}) == 1
    for i, ((title, _), numbers) in enumerate(found.items()):
        area = title.removeprefix(f"{name}, ")
        by_area = len(found) > 1 and area != title
        what = ("" if i else name) if by_area else drawing.where(numbers[0])
        yield _group(drawing, capitalized(area) if by_area else title, what, sorted(numbers, key=_order), shared)


def _group(drawing: Drawing, name: str, what: str, numbers: Sequence[Observation], shared: bool) -> Group:
    """The rows of one name, beside which stands `what` they are and the period that they have in common."""
    periods = {number.when for number in numbers if not number.is_own} or {number.when for number in numbers}
    by_source = len(periods) < 2
    when = next(iter(periods), "")
    told = when if by_source and when and when != UNDATED and not shared else ""
    small = ", ".join(part for part in (what, told) if part)
    return Group(name, small, [row(drawing, number, by_source=by_source) for number in numbers])


def _order(number: Observation) -> tuple[bool, tuple[float, float]]:
    return not number.told_by.is_document, number.period.days if number.period else (inf, inf)


def _when(number: Observation) -> str:
    """The period in as few words as a row has room for; whether it is inferred is said where one points."""
    if number.when in ("", UNDATED) or number.period is None:
        return NO_PERIOD
    return number.when if number.is_to_date else number.period.words

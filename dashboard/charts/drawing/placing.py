"""Where the events of a timeline stand: in groups of which no order is known, on one even scale. Arithmetic alone."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from dashboard.charts.drawing import geometry
from dashboard.charts.drawing.canvas import tall
from dashboard.charts.drawing.content import unsure
from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lettering import wrap
from validation.language import calendar
from validation.language.periods import Period
from validation.language.written import many
from validation.model import accounts
from validation.model.events import Dating, Event
from validation.vocabulary import ACCOUNTS, WRONG_DATE

SIZE = 14

# Pixels: a dot, the ring around it, the least length of a bar; from a mark to words beside it, from the edge to words,
# from an end of the scale to its first and its last year.
DOT, RING, LEAST, BESIDE, ASIDE, EDGE = 11, 19, 18, 17, 7, 12

# Pixels: a row, what is above words on several lines, what a group keeps around its rows, its heading on a phone, and
# the shortest line that words beside a mark are broken into.
ROW, ABOVE, AROUND, HEAD, LINE = 26, 4, 7, 24, 240

Style = Literal["date", "name", "aside", "wrong"]
BOLD: tuple[Style, ...] = ("date", "wrong")
KEPT = "\N{NO-BREAK SPACE}"


class Run(NamedTuple):
    """Words in one style."""

    words: str
    style: Style


class Mark(NamedTuple):
    """Where a period is drawn, in years: from `low` to `high`, or as a dot where these are one."""

    low: float
    high: float

    @property
    def is_dot(self) -> bool:
        """Whether it is too short to be drawn as long as it is."""
        return self.low == self.high


@dataclass(frozen=True)
class Row:
    """An event with its mark, and those of datings that are wrong, at height `y`; its words begin at height `top`.

    They stand right (1) or left (-1) of all its marks, or above them (0), and then `x` pixels from the left edge.
    """

    event: Event
    mark: Mark
    wrong: list[tuple[Dating, Mark]]
    lines: list[list[Run]]
    top: float
    y: float
    bottom: float
    side: int = 0
    x: float = 0

    @property
    def low(self) -> float:
        """The first year that is marked."""
        return min(mark.low for mark in (self.mark, *(at for _, at in self.wrong)))

    @property
    def high(self) -> float:
        """The last year that is marked."""
        return max(mark.high for mark in (self.mark, *(at for _, at in self.wrong)))


@dataclass(frozen=True)
class Group:
    """Events of which no order is known; one alone has no heading."""

    heading: str
    rows: list[Row]
    top: float
    bottom: float


@dataclass(frozen=True)
class Plan:
    """The whole timeline; its scale of years begins `left` pixels from the edge."""

    groups: list[Group]
    scale: Scale
    left: float
    height: float

    @property
    def rows(self) -> list[Row]:
        """All rows, from the top."""
        return [row for group in self.groups for row in group.rows]

    def years(self, apart: float) -> list[int]:
        """Years to name on the scale, about so many pixels apart: round ones as they are called, 500 BC and AD 1."""
        count = max(1, int(self.scale.room / apart))
        # There is no year 0: what is round before the era is one less as it is counted here.
        found = geometry.ticks(self.scale.high, count, self.scale.low - 1)
        named = dict.fromkeys(int(year) + (year <= 0) for year in found if year == int(year))
        return [year for year in named if self.scale.low <= year <= self.scale.high]


class _Frame(NamedTuple):
    """What all rows share: their scale, where it begins, the width of the drawing."""

    scale: Scale
    left: float
    width: float
    narrow: bool

    def pixels(self, year: float) -> float:
        """How far a year is from the left edge."""
        return self.left + self.scale.pixels(year)


def groups(events: Iterable[Event]) -> list[list[Event]]:
    """The events that have a date, in the order of time; those whose years overlap stand in one group.

    So a coarse date is in one group with every date within it, and a group is over before the next begins. Within a
    group an earlier year comes first, then a longer time before what may lie in it; one year is in the order of names.
    """
    found: list[list[Event]] = []
    reach = -math.inf
    for event in sorted((event for event in events if event.period), key=_order):
        first, last = _years(event)
        if first > reach:
            found.append([])
        found[-1].append(event)
        reach = max(reach, last)
    return found


def elsewhere(event: Event) -> list[tuple[Dating, Period]]:
    """The wrong dates with where they put the event; those that have only words for its time wrong put it nowhere."""
    return [(one, one.period) for one in event.wrong if one.period and one.verdict == WRONG_DATE]


def differently(event: Event) -> str:
    """How many documents date it differently, none of them being wrong, and whether all may be true; "" for none."""
    differing = [dating for dating in event.differing if not dating.is_wrong]
    if not differing:
        return ""
    count = len({dating.source.id for dating in differing})
    verdict = accounts.gravest(one.verdict for dating in differing for one in dating.conflicts)
    said = f", {ACCOUNTS[verdict].words.lower()}" if verdict else ""
    return f"{many(count, 'document dates', 'documents date')} it differently{said}"


def plan(events: Sequence[Event], width: int, *, narrow: bool, top: float) -> Plan:
    """Rows for the events that have a date, group by group below `top` pixels; no words and no marks touch.

    Words stand beside the marks, broken into lines where there is room for such; else, and on a phone, above them.
    """
    found = groups(events)
    headings = [] if narrow else [_heading(members) for members in found if len(members) > 1]
    gutter = max((text_width(words, SIZE, bold=True) + 3 * ASIDE for words in headings), default=0.0)
    frame = _Frame(_scale(found, width - gutter), gutter, width, narrow)
    placed: list[Group] = []
    for members in found:
        placed.append(_group(members, placed[-1].bottom if placed else top, frame))
    return Plan(placed, frame.scale, frame.left, placed[-1].bottom if placed else top)


def _years(event: Event) -> tuple[int, int]:
    first, last = (calendar.civil(day).year for day in (event.period.days if event.period else (1, 1)))
    return first, last


def _order(event: Event) -> tuple[int, int, str, str]:
    first, last = _years(event)
    return first, first - last, event.name.casefold(), event.id


def _heading(members: Sequence[Event]) -> str:
    """The time of a group: that of its first event where it spans all, else from the first year to the last."""
    (first, reach), last = _years(members[0]), max(_years(event)[1] for event in members)
    head = members[0].period
    return head.short if head and reach == last else f"{calendar.in_era(first)}–{calendar.in_era(last)}"


def _scale(found: Sequence[Sequence[Event]], room: float) -> Scale:
    """Whole years from the first that is drawn to the last, and room for half a mark at both ends."""
    every = [event for members in found for event in members]
    drawn = [period for event in every for period in (event.period, *(period for _, period in elsewhere(event)))]
    ends = [period.axis for period in drawn if period] or [(0.0, 1.0)]
    low, high = math.floor(min(first for first, _ in ends)), math.ceil(max(last for _, last in ends))
    edge = EDGE * (high - low) / (room - 2 * EDGE)
    return Scale(low - edge, high + edge, room)


def _group(members: Sequence[Event], top: float, frame: _Frame) -> Group:
    shared = len(members) > 1
    y = top + (AROUND + (HEAD if frame.narrow else 0) if shared else 0)
    rows: list[Row] = []
    for event in members:
        # The heading stands before the first row; any other has the whole width.
        edge = frame.left if shared and not rows and not frame.narrow else ASIDE
        rows.append(_row(event, y, edge, frame))
        y = rows[-1].bottom
    return Group(_heading(members) if shared else "", rows, top, y + AROUND if shared else y)


def _row(event: Event, top: float, edge: float, frame: _Frame) -> Row:
    """The event with its words on the side that has more room, or above its marks where neither has enough."""
    mark = _mark(event.period, frame.scale) if event.period else Mark(0, 0)
    errors = [(dating, _mark(period, frame.scale)) for dating, period in elsewhere(event)]
    row = Row(event, mark, errors, [_label(event)], top, top, top)
    left, right = frame.pixels(row.low) - BESIDE - edge, frame.width - ASIDE - frame.pixels(row.high) - BESIDE
    room = max(left, right)
    if frame.narrow or room < min(_length(row.lines[0]), LINE):
        return _above(row, edge, frame)
    lines = _broken(row.lines[0], room)
    height = max(ROW, tall(len(lines), SIZE) + 2 * ABOVE)
    return replace(row, lines=lines, y=top + height / 2, bottom=top + height, side=1 if room == right else -1)


def _above(row: Row, edge: float, frame: _Frame) -> Row:
    """The row with its words above its marks: from where these begin if there is room, on a phone from the edge."""
    lines = _broken(row.lines[0], frame.width - edge - ASIDE)
    most = frame.width - ASIDE - max(map(_length, lines))
    x = edge if frame.narrow else max(edge, min(frame.pixels(row.low), most))
    y = row.top + ABOVE + tall(len(lines), SIZE) + ROW / 2
    return replace(row, lines=lines, top=row.top + ABOVE, y=y, bottom=y + ROW / 2, x=x)


def _mark(period: Period, scale: Scale) -> Mark:
    """A dot for a time within a year that is no longer than a dot; else a bar from end to end, long enough to be one.

    What is coarser than a year has no dot, for nobody knows that it was in the middle.
    """
    (first, last), pixel = period.axis, (scale.high - scale.low) / scale.room
    middle, length = (first + last) / 2, last - first
    within_a_year = len({calendar.civil(day).year for day in period.days}) == 1
    if within_a_year and length <= DOT * pixel:
        return Mark(middle, middle)
    half = max(length, LEAST * pixel) / 2
    return Mark(middle - half, middle + half)


def _label(event: Event) -> list[Run]:
    """Date and name, then what is said of its datings: what is wrong, else what differs, else how many there are."""
    differing = differently(event)
    said = [Run(event.when.removeprefix("the "), "date"), Run(event.name, "name")]
    said += [run for dating in event.wrong for run in _wrong(dating)]
    if differing:
        said.append(Run(differing, "aside"))
    elif not event.wrong and len(event.sources) > 1:
        said.append(Run(many(len(event.sources), "document").replace(" ", KEPT), "aside"))
    # A space that may end a line, behind one that keeps the two apart within it.
    return [*(Run(f"{one.words}{KEPT} ", one.style) for one in said[:-1]), said[-1]]


def _wrong(dating: Dating) -> list[Run]:
    """The date that is printed or the words that the time is told in, and how sure it is that they are wrong."""
    told, sure = "printed" if dating.verdict == WRONG_DATE else "told", unsure(dating)
    return [Run(f"{told} as “{dating.printed}”", "wrong"), *([Run(sure.replace(" ", KEPT), "aside")] if sure else [])]


def _length(runs: Sequence[Run]) -> float:
    return sum(text_width(run.words, SIZE, bold=run.style in BOLD) for run in runs)


def _broken(runs: Sequence[Run], room: float) -> list[list[Run]]:
    """The same on lines of so many pixels, each letter in its style."""
    if _length(runs) <= room:
        return [[*runs]]
    styles = iter([run.style for run in runs for letter in run.words if not letter.isspace()])
    lines = wrap("".join(run.words for run in runs), room, SIZE, bold=True)
    return [_styled([(letter, None if letter.isspace() else next(styles)) for letter in line]) for line in lines]


def _styled(letters: Iterable[tuple[str, Style | None]]) -> list[Run]:
    """Letters with their styles as runs; a space is in the style before it."""
    runs: list[Run] = []
    for letter, style in letters:
        if runs and style in (None, runs[-1].style):
            runs[-1] = Run(runs[-1].words + letter, runs[-1].style)
        elif style:
            runs.append(Run(letter, style))
    return runs

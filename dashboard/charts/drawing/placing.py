"""Where the events of a timeline stand, in pixels: arithmetic, no drawing."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.drawing.canvas import SMALL, tall
from dashboard.charts.drawing.content import note
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lettering import wrap
from validation.model.events import Dating, Event

SIZE = 14.5
LINE = tall(1, SIZE)

# Pixels: a mark, from the spine to the words, between labels, how far a year without events is at least, and how far
# all of them are where they are very many.
MARK, LABEL, BETWEEN = 12, 30, 8
PER_YEAR, ALL_YEARS = 3.0, 3000.0

_MARGIN = 12
_NARROW_SPINE, _NARROW_LABEL = 48, 20


@dataclass(frozen=True)
class Words:
    """What stands beside an event: its date, its name, what follows in small type, and notes below."""

    date: str
    name: list[str]
    small: str
    notes: list[str]

    @property
    def height(self) -> float:
        """The height in pixels."""
        return tall(len(self.name), SIZE) + tall(len(self.notes), SMALL)

    @property
    def indent(self) -> float:
        """The pixels the date takes before the name."""
        return text_width(self.date, SIZE, bold=True) + 9


@dataclass(frozen=True)
class Place:
    """An event with its words on the right (1) or left (-1) of the spine; `y` is the mark's and first line's middle.

    `first` and `last` are its beginning and its exclusive end, in years.
    """

    event: Event
    words: Words
    side: int
    y: float
    first: float
    last: float

    @property
    def top(self) -> float:
        """Where the words begin."""
        return self.y - LINE / 2

    @property
    def bottom(self) -> float:
        """Where the words end."""
        return self.top + self.words.height

    def at(self, dating: Dating) -> float:
        """The year of a source's dating of it."""
        return dating.period.axis[0] if dating.period else self.first


@dataclass(frozen=True)
class Plan:
    """The whole timeline: `left` and `label` are how far the spine is from the edge and the words from the spine."""

    places: list[Place]
    years: list[tuple[float, float]]
    height: float
    left: float
    label: float

    def y(self, year: float) -> float:
        """The height of a year: between the dates that have a height, in proportion."""
        after = bisect(self.years, (year, float("inf")))
        if after in {0, len(self.years)}:
            return self.years[0][1] if after == 0 else self.years[-1][1]
        (first, top), (last, bottom) = self.years[after - 1 : after + 1]
        return top + (bottom - top) * (year - first) / (last - first)


def plan(events: Sequence[Event], width: int, *, narrow: bool, top: float) -> Plan:
    """Heights for the events that have a date, in order of time, below `top` pixels; no words and no marks touch.

    The line of time is stretched where much happens: each event stands where its words have room, and the years
    between two events have no less than 3 pixels each, if they are not very many. Other dates that sources have get
    a height of their own.
    """
    left, label = (_NARROW_SPINE, _NARROW_LABEL) if narrow else (width / 2, LABEL)
    room = width - left - label - 6
    free = dict.fromkeys((1,) if narrow else (1, -1), top)
    places: list[Place] = []
    years: list[tuple[float, float]] = []
    points = _points(events)
    per_year = min(PER_YEAR, ALL_YEARS / max(1.0, points[-1][0] - points[0][0])) if points else PER_YEAR
    for year, event in points:
        y = years[-1][1] + max(MARK + 3, (year - years[-1][0]) * per_year) if years else top + _MARGIN
        if event:
            side, y = _side(y, free, places[-1].side if places else -1)
            places.append(Place(event, _words(event, room), side, y, *_axis(event)))
            free[side] = places[-1].bottom + BETWEEN
        years.append((year, y))
    height = max([*free.values(), *(y + _MARGIN for _, y in years)])
    return Plan(places, years, height, left, label)


def _points(events: Sequence[Event]) -> list[tuple[float, Event | None]]:
    """The years of the events, and of the other dates that sources have for them, in order of time."""
    dated = [event for event in events if event.period]
    points: list[tuple[float, Event | None]] = [(_axis(event)[0], event) for event in dated]
    points += [(_axis(dating if dating.period else event)[0], None) for event in dated for dating in event.differing]
    return sorted(points, key=lambda point: point[0])


def _axis(dated: Event | Dating) -> tuple[float, float]:
    return dated.period.axis if dated.period else (0.0, 0.0)


def _side(y: float, free: dict[int, float], last: int) -> tuple[int, float]:
    """The side where an event at height `y` is pushed down less, and its height there; sides take turns otherwise."""
    lowest = {side: max(y, end + LINE / 2) for side, end in free.items()}
    side = min(free, key=lambda side: (lowest[side], side == last))
    return side, lowest[side]


def _words(event: Event, room: float) -> Words:
    date = event.period.short if event.period else ""
    rest = room - text_width(date, SIZE, bold=True) - 11
    notes = [line for dating in event.differing for line in wrap(note(dating), rest, SMALL)]
    small = f"{len(event.sources)} documents" if len(event.sources) > 1 else ""
    name = wrap(event.name, rest, SIZE)
    if small and text_width(name[-1], SIZE) + text_width(small, SMALL) + 12 > rest:
        name = wrap(event.name, rest - text_width(small, SMALL) - 12, SIZE)
    return Words(date, name, small, notes)

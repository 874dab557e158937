"""Where the events of a timeline stand, in pixels: arithmetic, no drawing."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts import dates
from dashboard.charts.datings import Dating, Event
from dashboard.charts.drawing.canvas import SMALL, tall
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lettering import wrap

SIZE = 14.5
LINE = tall(1, SIZE)

# Pixels: a mark, from the spine to the words, between labels, and how far a year without events is at least.
MARK, LABEL, BETWEEN = 12, 30, 8
PER_YEAR = 3.0

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
    """An event with its words on the right (1) or left (-1) of the spine; `y` is the mark's and first line's middle."""

    event: Event
    words: Words
    side: int
    y: float

    @property
    def top(self) -> float:
        """Where the words begin."""
        return self.y - LINE / 2

    @property
    def bottom(self) -> float:
        """Where the words end."""
        return self.top + self.words.height


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
    """Heights for events in order of time, below `top` pixels, such that no words and no marks touch.

    The line of time is stretched where much happens: each event stands where its words have room, and the years
    between two events have no less than 3 pixels each. Other dates that sources have get a height of their own.
    """
    left, label = (_NARROW_SPINE, _NARROW_LABEL) if narrow else (width / 2, LABEL)
    room = width - left - label - 6
    free = dict.fromkeys((1,) if narrow else (1, -1), top)
    places: list[Place] = []
    years: list[tuple[float, float]] = []
    for year, item in _points(events):
        y = years[-1][1] + max(MARK + 3, (year - years[-1][0]) * PER_YEAR) if years else top + _MARGIN
        if isinstance(item, Event):
            place = _place(item, y, free, places[-1].side if places else -1, room)
            free[place.side] = place.bottom + BETWEEN
            places.append(place)
            y = place.y
        years.append((year, y))
    height = max([*free.values(), *(y + _MARGIN for _, y in years)])
    return Plan(places, years, height, left, label)


def _points(events: Sequence[Event]) -> list[tuple[float, Event | Dating]]:
    """The events and the other dates that sources have for them, in order of time."""
    points: list[tuple[float, Event | Dating]] = [(event.first, event) for event in events]
    points += [(dating.at, dating) for event in events for dating in event.differing]
    return sorted(points, key=lambda point: point[0])


def _place(event: Event, y: float, free: dict[int, float], last: int, room: float) -> Place:
    """The event on the side where it is pushed down less, sides taking turns otherwise."""
    lowest = {side: max(y, end + LINE / 2) for side, end in free.items()}
    side = min(free, key=lambda side: (lowest[side], side == last))
    return Place(event, _words(event, room), side, lowest[side])


def _words(event: Event, room: float) -> Words:
    date = dates.short(event.row["period"])
    rest = room - text_width(date, SIZE, bold=True) - 11
    notes = [line for dating in event.differing for line in wrap(dating.note, rest, SMALL)]
    if not notes and event.row.get("flags"):
        notes = wrap(event.row["flags"], rest, SMALL)
    small = f"{event.sources} documents" if event.sources > 1 else ""
    name = wrap(event.row["name"], rest, SIZE)
    if small and text_width(name[-1], SIZE) + text_width(small, SMALL) + 12 > rest:
        name = wrap(event.row["name"], rest - text_width(small, SMALL) - 12, SIZE)
    return Words(date, name, small, notes)

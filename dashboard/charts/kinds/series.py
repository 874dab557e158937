"""Series as lines that end in their labels, one of them the hero; documents' numbers are marked among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from statistics import multimode
from typing import NamedTuple

from dashboard.charts.drawing import doubts, geometry, lines, marks
from dashboard.charts.drawing.canvas import SMALL, Canvas, Figure
from dashboard.charts.drawing.content import Drawing, are_whole, as_sum
from dashboard.charts.drawing.geometry import Scale
from dashboard.charts.drawing.lettering import markup, widest, wrap
from dashboard.charts.drawing.lettering import width as text_width
from dashboard.charts.drawing.lines import Line, Ranks
from dashboard.charts.drawing.pen import OTHER, POINT, Look, Pen, ticks
from dashboard.charts.drawing.plot import APART, GAP, TICKS, Part, Plot, Point, Words, Writer, ends
from validation.language import written
from validation.model.observations import Observation

# The height of the plot: a part of the width, between so many pixels.
ACROSS, LOWEST, HIGHEST = 0.58, 250, 340

# Pixels: over the plot, for the highest tick and the label of a peak, and under it, for the years.
_OVER, _UNDER = 34, 28

# The width of words beside the plot: a part of the whole, and no fewer pixels; and of words in it.
_ASIDE, _LEAST_ASIDE, _INSIDE, _LEAST_INSIDE = 0.22, 112, 0.32, 150

# A line ends beside the plot where so small a part of the years comes after it.
_AFTER = 0.04

_NAME, _VALUE = 14, 15

# How thick the hero is; and how several lines are told apart, by their marks and the same before their names: discs are
# documents', a square is the hero's, and none is hollow, for that is calculated.
_HERO = 2.4
_SYMBOLS = (("diamond", "◆"), ("triangle-up", "▲"), ("triangle-down", "▼"), ("cross", "✚"))
_GLYPHS = {"circle": "●", "square": "■", **dict(_SYMBOLS)}

# Pixels: the largest mark of a single number, and how far from its point a value is told.
_SINGLE, _NEAR = 13, 26

# Of a value that has more digits than the first, so many are written beside its point; the table has them all.
_MANY, _FEW = 5, 4

# Of more numbers that are in no line, the first, the last, the highest and the lowest are labeled.
_LABELED = 12

# So many numbers of one year are told where one of them is pointed at.
_TOLD = 8


class Tag(NamedTuple):
    """What is written of a line, and whether that stands beside the plot, where the line ends."""

    line: Line
    words: Words
    at_end: bool


def draw(drawing: Drawing, *, scheme: str = "light", width: int = 880) -> Figure:
    """A line per source, indicator and area, and none where years are missing; two that are nearly one are a band.

    A number that is in no line, such as a document's one number or a year to date, is marked where its period is and
    labeled. One without a period has no place here. The axis of values has zero on it. `scheme` and `width` are as for
    stated numbers.

    Raises
    ------
    ValueError
        where no number has a period
    """
    canvas, numbers = Canvas(scheme, width, across=True), lines.dated(drawing.numbers)
    drawn, singles = lines.split(numbers)
    ranks = lines.rank(drawn)
    looks = _looks(canvas, ranks)
    tags = _tags(canvas, ranks, looks, ends(numbers))
    plot = _plot(canvas, numbers, tags)
    called = _called(drawing, drawn, singles)
    pen = Pen(canvas, plot, _hovers(drawn, [(called[number.id], number) for number in singles]))
    unit = pen.grid(numbers[0].indicator.unit.sign)
    for band in ranks.bands:
        pen.band(band)
    for line, look in reversed(looks):
        pen.line(line, look)
    size = max(POINT, min(_SINGLE, canvas.room / max(1, len(singles))))
    taken = [unit, *(pen.single(number, size) for number in singles)]
    writer = Writer(canvas, plot, _points(plot, drawn, singles), taken)
    _write(writer, tags, ranks.hero, [(one, _words(canvas, one, called[one.id])) for one in _labeled(singles)])
    canvas.scale(plot.years)
    height = round(plot.bottom + _UNDER)
    values = {"range": [plot.value(height), plot.value(0)], "overlaying": "y", "visible": False}
    return canvas.figure(height, yaxis2=values, barmode="overlay")


def _looks(canvas: Canvas, ranks: Ranks) -> list[tuple[Line, Look]]:
    """The hero, if any, and the other lines with how each is drawn; a document's in its color, with discs."""
    colors, symbols, found = canvas.colors, cycle(_SYMBOLS), []
    for line in [*([ranks.hero] if ranks.hero else []), *ranks.others]:
        style, thick = marks.style(canvas, line.numbers[0]), _HERO if line is ranks.hero else OTHER
        if line.is_of_document:
            look = Look(style.color, style.color, thick, style.symbol, bold=True)
        elif line is ranks.hero:
            look = Look(style.color, colors.muted, thick, style.symbol, bold=True)
        else:
            look = Look(colors.ref, colors.muted, thick, next(symbols)[0], bold=False)
        found.append((line, look))
    return found


def _tags(canvas: Canvas, ranks: Ranks, looks: Sequence[tuple[Line, Look]], years: tuple[float, float]) -> list[Tag]:
    """The names of the lines and bands, as wide as their places let them be; the hero's last value with its name."""
    latest = years[1] - _AFTER * (years[1] - years[0])
    glyphs = [f"{_GLYPHS[look.symbol]} " if len(looks) > 1 else "" for _, look in looks]
    named = [
        (line, f"{glyph}{line.name}", look.ink, look.bold) for glyph, (line, look) in zip(glyphs, looks, strict=True)
    ]
    named += [(band.one, band.name, canvas.colors.muted, False) for band in ranks.bands]
    tags = []
    for line, name, ink, bold in named:
        at_end = lines.span(line.numbers[-1])[1] >= latest
        room = max(_LEAST_ASIDE, _ASIDE * canvas.width) if at_end else max(_LEAST_ASIDE, _INSIDE * canvas.width)
        parts = [Part(wrap(name, room, _NAME, bold=bold), _NAME, ink, bold)]
        if at_end and line is ranks.hero:
            parts += _last(canvas, line.numbers[-1], room)
        tags.append(Tag(line, Words(parts), at_end))
    return tags


def _plot(canvas: Canvas, numbers: Sequence[Observation], tags: Sequence[Tag]) -> Plot:
    """Where everything is, with margins for the values on the left and the words on the right."""
    low, high = min(number.common for number in numbers), max(number.top for number in numbers)
    whole = are_whole(numbers)
    low, high = geometry.bounds(low, high, TICKS, whole=whole)
    texts = ticks(geometry.ticks(high, TICKS, low, whole=whole), numbers[0].indicator.unit.sign)
    canvas.left = max(text_width(text, SMALL) for text in texts[:-1]) + 10
    canvas.right = max((tag.words.size[0] + GAP for tag in tags if tag.at_end), default=12.0)
    beside = sum(tag.words.size[1] + APART for tag in tags if tag.at_end)
    tall = max(min(HIGHEST, max(LOWEST, ACROSS * canvas.width)), beside - _OVER)
    return Plot(Scale(*ends(numbers), canvas.room), low, high, _OVER, _OVER + tall, whole)


def _points(plot: Plot, drawn: Sequence[Line], singles: Sequence[Observation]) -> list[Point]:
    """Points along all that is drawn, which words had better not cover."""
    runs = [run for line in drawn for run in line.runs]
    return [point for run in runs for point in geometry.along([*map(plot.place, run)], 4)] + [*map(plot.place, singles)]


def _hovers(drawn: Sequence[Line], singles: Sequence[tuple[str, Observation]]) -> dict[str, str]:
    """What is said where a number is pointed at, by its id: the number, and what others there are of its year."""
    named = [*((line.name, number) for line in drawn for number in line.numbers), *singles]
    by_year: dict[int, list[tuple[str, Observation]]] = {}
    for name, number in named:
        by_year.setdefault(int(lines.when(number)), []).append((name, number))
    return {number.id: _hover(name, number, by_year[int(lines.when(number))]) for name, number in named}


def _hover(name: str, number: Observation, among: Sequence[tuple[str, Observation]]) -> str:
    doubt = doubts.words(number)
    what = f"{name}: {number.said}" + (f" ({doubt})" if doubt else "")
    said = [f"<b>{markup(number.when)}</b>", f"<b>{markup(what)}</b>"]
    for other, one in among[:_TOLD]:
        when = "" if one.when == number.when else f", {one.when}"
        said += [markup(f"{other}: {one.said}{when}")] if one is not number else []
    return "<br>".join(said)


def _called(drawing: Drawing, drawn: Sequence[Line], singles: Sequence[Observation]) -> dict[str, str]:
    """What single numbers are called, by id: their sources, behind what they are of where most are of another."""
    common = multimode([line.numbers[0].indicator for line in drawn] or [number.indicator for number in singles])
    named = {}
    for number in singles:
        own = "" if common == [number.indicator] else f"{number.indicator.name}, "
        named[number.id] = f"{own}{drawing.sources[number.id]}"
    return named


def _labeled(singles: Sequence[Observation]) -> Sequence[Observation]:
    """The numbers that are labeled: all of few; of many where documents' and where references' turn."""
    if len(singles) <= _LABELED:
        return singles
    ordered = sorted(singles, key=lines.when)
    tellers = ([one for one in ordered if one.told_by.is_reference is reference] for reference in (False, True))
    return [one for numbers in tellers if numbers for one in Line(numbers).turns]


def _last(canvas: Canvas, number: Observation, room: float) -> list[Part]:
    """The last number of the hero with its period."""
    value = Part(wrap(_short(number), room, _NAME, bold=True), _NAME, canvas.colors.ink, bold=True)
    return [Part(wrap(lines.told(number), room, _NAME), _NAME, canvas.colors.muted), value]


def _short(number: Observation) -> str:
    """A number as it is written beside its point: one of many digits is rounded."""
    long = len(number.value.normalize().as_tuple().digits) > _MANY and number.upper is None
    return written.amount(float(number.value), number.unit.symbol, _FEW) if long else number.label


def _words(canvas: Canvas, number: Observation, called: str) -> Words:
    """The words of a number that is in no line, no wider than its value; of a part of a year the months are bold."""
    colors, part = canvas.colors, number.is_part_year
    ink = marks.style(canvas, number).color if number.is_of_document else colors.ink
    room = max(_LEAST_INSIDE, _INSIDE * canvas.width)
    value = Part(wrap(number.label, room, _VALUE, bold=True), _VALUE, ink, bold=not number.is_own)
    room = max(_LEAST_ASIDE, widest(value.lines, _VALUE, bold=True))
    months = [Part(wrap(lines.told(number), room, SMALL, bold=True), SMALL, colors.ink, bold=True)] if part else []
    rest = ", ".join(filter(None, (lines.part_of_year(number) if part else lines.told(number), called)))
    return Words([value, *months, Part(wrap(rest, room, SMALL), SMALL, colors.muted)])


def _write(
    writer: Writer, tags: Sequence[Tag], hero: Line | None, singles: Sequence[tuple[Observation, Words]]
) -> None:
    """Writes all words: what has one place first, then what may stand in several."""
    place = writer.plot.place
    writer.at_ends([(place(tag.line.numbers[-1]), tag.words) for tag in tags if tag.at_end])
    for number, words in sorted(singles, key=lambda single: single[0].told_by.is_reference):
        # Where there is no room for all of it, its value alone.
        _ = writer.beside([place(number)], words) or writer.beside([place(number)], Words(words.parts[:1]))
    for tag in tags:
        if not tag.at_end:
            places = [*map(place, reversed(tag.line.numbers))]
            _ = writer.beside(places, tag.words, most=_NEAR) or writer.beside(places, tag.words)
    for number in (number for tag in tags for number in _sums(tag.line)):
        value = Part([as_sum(number, _short(number))], SMALL, writer.canvas.colors.muted)
        writer.beside([place(number)], Words([value]), most=_NEAR)
    told = {tag.line.numbers[-1].id for tag in tags if tag.at_end}
    for number in hero.turns if hero else []:
        if number.id not in told:
            value = Part([f"{lines.told(number)}: {_short(number)}"], _NAME, writer.canvas.colors.ink, bold=True)
            writer.beside([place(number)], Words([value]), most=_NEAR, clear=True)


def _sums(line: Line) -> list[Observation]:
    """The sums on a line that is not one of sums, whose name would say so."""
    found = [number for number in line.numbers if number.is_sum]
    return found if len(found) < len(line.numbers) else []

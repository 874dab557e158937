"""The words around a chart, made from its numbers: headline, subtitle, key, and a sentence for all of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.charts.clauses import clauses, small, told, told_then
from dashboard.charts.drawing import growths, lines
from dashboard.charts.drawing.content import Drawing, note
from dashboard.charts.kinds import shares
from dashboard.design import signs
from validation import vocabulary
from validation.language import periods
from validation.language.written import capitalized, many
from validation.model.events import Event
from validation.model.observations import UNDATED, Observation

# A headline takes up further findings as long as it stays this short.
LONGEST = 110

STRETCHED = "Years are drawn further apart where more happened."

GRAY = "Gray: public statistics."

NOTHING = "No number stated"


def headline(drawing: Drawing) -> str:
    """What the numbers state, the strongest first: "Exports up 41.3% to $73.15 billion"."""
    if not drawing.numbers:
        return NOTHING
    text, *others = dict.fromkeys(clauses(_leading(drawing)))
    for clause in others:
        longer = f"{text}. {clause}"
        if len(longer) > LONGEST:
            break
        text = longer
    return text


def subtitle(drawing: Drawing) -> str:
    """Unit, period, and what else is needed to read the chart, as sentences."""
    if not drawing.numbers:
        return ""
    unit, when = _units(drawing), _periods(drawing.stated)
    own = drawing.kind in (vocabulary.AS_GROWTH, vocabulary.AS_AREAS, vocabulary.AS_ACCOUNTS)
    sentences = [unit, when] if own else [", ".join(part for part in (unit, when) if part)]
    if drawing.kind == vocabulary.AS_SHARES:
        sentences.append(shares.overlap(drawing.numbers))
    return " ".join(f"{capitalized(sentence).removesuffix('.')}." for sentence in sentences if sentence)


def key(drawing: Drawing) -> str:
    """What the marks of qualifiers mean, in the documents' own words, and what gray means; "" if nothing."""
    words: dict[str, dict[str, None]] = {}
    for number in drawing.numbers:
        for mark, meaning in _marks(number, drawing.kind):
            words.setdefault(mark, {})[meaning] = None
    text = "; ".join(f"{mark} means {' or '.join(meant)}" for mark, meant in words.items())
    plain = drawing.kind in (vocabulary.AS_SERIES, vocabulary.ALONE)
    gray = not plain and any(number.told_by.is_reference for number in drawing.numbers)
    return " ".join(part for part in (f"{capitalized(text)}." if text else "", GRAY if gray else "") if part)


def alternative(drawing: Drawing) -> str:
    """One sentence with all the numbers, for those who don't see the chart; of a line, its ends and its peak."""
    as_lines = drawing.kind == vocabulary.AS_SERIES
    drawn, singles = lines.split(drawing.numbers) if as_lines else ([], drawing.numbers)
    parts = [*map(_line, drawn), *_each(drawing.of(singles))]
    return f"{'; '.join(parts)}{_shared(drawing)}." if parts else f"{NOTHING}."


def timeline_headline(events: Sequence[Event]) -> str:
    """How many events from when to when, and how many of them some source dates differently."""
    dated = [(event.period, event) for event in events if event.period]
    if not dated:
        return "No event dated"
    first = min((period for period, _ in dated), key=lambda period: period.first)
    last = max((period for period, _ in dated), key=lambda period: period.last)
    differing = sum(bool(event.differing) for _, event in dated)
    text = f"{many(len(dated), 'event')} from {first.short} to {last.short}"
    return f"{text}, {differing} of them dated differently" if differing else text


def timeline_alternative(events: Sequence[Event]) -> str:
    """One sentence with every event and every dating that differs."""
    parts = []
    for event in events:
        if event.period:
            notes = "".join(f" ({note(dating)})" for dating in event.differing)
            parts.append(f"{event.when} {event.name}{notes}")
    return "; ".join(parts) + "." if parts else "No event dated."


def _leading(drawing: Drawing) -> Drawing:
    """The numbers a headline is about: the documents', where it needs no others."""
    numbers, stated = drawing.numbers, drawing.stated
    if drawing.kind in (vocabulary.AS_ACCOUNTS, vocabulary.AS_SERIES):
        return drawing.of(stated or numbers)
    if drawing.kind == vocabulary.AS_GROWTH:
        own = [number for number in numbers if not number.told_by.is_reference]
        return drawing.of(own if growths.pair(own) else numbers)
    return drawing.of([number for number in stated if number.told_by.is_document] or stated or numbers)


def _units(drawing: Drawing) -> str:
    kind, unit = drawing.kind, drawing.numbers[0].indicator.unit
    if kind == vocabulary.AS_GROWTH:
        return "growth in percent; pale bars are what came before, drawn equally long"
    if kind == vocabulary.AS_AREAS:
        return f"{unit.name}; the squares are true to scale"
    if kind == vocabulary.AS_ACCOUNTS and len({number.unit.unit_id for number in drawing.numbers}) > 1:
        return f"each in its own words and unit, on one scale of {unit.name}"
    if kind == vocabulary.AS_SHARES:
        return f"{unit.name} {drawing.base}".strip()
    one = len({number.indicator.unit.sign for number in drawing.numbers}) == 1
    return unit.name if one and kind != vocabulary.ALONE else ""


def _periods(stated: Sequence[Observation]) -> str:
    """The one period, or the years from the first to the last."""
    found = dict.fromkeys(number.when for number in stated)
    if len(found) == 1:
        return next(iter(found))
    known = [number.period for number in stated if number.period]
    if not known:
        return ""
    ends = min(period.first for period in known), max(period.last for period in known)
    years = "–".join(dict.fromkeys(periods.in_era(periods.civil(day).year) for day in ends))
    return f"{years}, some periods not stated" if UNDATED in found else years


def _marks(number: Observation, kind: str) -> Iterator[tuple[str, str]]:
    """What the marks of a number are called in a chart of a kind, with what each of them means."""
    codes = [number.qualifier, *([vocabulary.RANGE] if number.upper is not None else [])]
    for code in dict.fromkeys(codes):
        if called := _called(signs.MARKS[code], kind):
            yield called, "a range" if code == vocabulary.RANGE else _meaning(number)


def _called(mark: signs.Mark, kind: str) -> str:
    if kind == vocabulary.AS_AREAS:
        return mark.square
    if kind in (vocabulary.AS_ACCOUNTS, vocabulary.AS_SERIES):
        return mark.point
    return "" if kind == vocabulary.ALONE else mark.bar


def _meaning(number: Observation) -> str:
    before = number.parts[0]
    return f"“{small(before)}”" if before and number.printed else number.mark.words


def _line(line: lines.Line) -> str:
    peak = max(line.numbers, key=lambda number: number.common)
    first, last, highest = map(told_then, (line.numbers[0], line.numbers[-1], peak))
    return f"{line.numbers[0].indicator.name} ({line.name}): {first}, {last}, highest {highest}"


def _each(drawing: Drawing) -> Iterator[str]:
    for number in drawing.numbers:
        name = drawing.names[number.id]
        yield f"{name.title}: {told(number)}" + (f" ({name.detail})" if name.detail else "")


def _shared(drawing: Drawing) -> str:
    """The period and the source that all numbers have."""
    times, sources = {number.when for number in drawing.numbers}, {*drawing.sources.values()}
    parts = [*times] if len(times) == 1 else []
    ours = any(number.is_calculated for number in drawing.numbers)
    parts += [name if ours else f"stated by {name}" for name in sources if len(sources) == 1]
    return f" – {', '.join(parts)}" if parts else ""

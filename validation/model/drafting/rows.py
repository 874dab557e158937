"""The rows of a draft: an exclusion, an event with its dating, a number with what of the register it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from validation import vocabulary
from validation.language.phrases import Span
from validation.language.reading.seen import flat
from validation.model.drafting import dating, fitting, locating, naming, observing, recorded
from validation.model.drafting.dating import Dating
from validation.model.drafting.draft import Ids, Row
from validation.model.drafting.fitting import Fit
from validation.model.drafting.leaving import Reason
from validation.model.drafting.locating import Place
from validation.model.drafting.observing import Said, Time
from validation.model.drafting.recorded import Mates
from validation.model.drafting.scenes import Scene
from validation.model.events import Event, events
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.subjects import Area, Indicator, Source
from validation.quantities import units

STRONG, FAIR = 0.4, 0.28
"""An indicator surely fits, or is likely to, where so much of what its words weigh stands around the number."""

_BESIDE = "it is of the time of its column, or of its row"
_LONG = 4  # letters of a word that says something

OFFERED = 3
"""So many others are offered for what a person may choose."""

Cells = Mapping[str, str]


class Made(NamedTuple):
    """The rows of a draft, where its numeral ends, how sure they are and why, and what else their cells may be."""

    kind: str
    end: int
    sure: str
    why: Sequence[str]
    rows: Sequence[Row]
    choices: Sequence[Cells] = ()


def left_out(scene: Scene, reason: Reason) -> Made:
    """An exclusion."""
    one = scene.numeral
    values = {**_evidence(scene, scene.phrase()), "reason": reason.code}
    return Made(vocabulary.EXCLUDED, one.end, reason.sure, [reason.why], [Row("exclusions", values)])


def dated(register: Register, scene: Scene, when: Dating, ids: Ids) -> Made:
    """An event and its dating; the dating alone where the register has the event."""
    quote = scene.quote(*when.span)
    likely = _events(register, scene, when)
    known = likely[0][1] if likely and likely[0][0] else None
    name, area = dating.happened(scene, when.span), next(iter(locating.areas_of(register, scene, None)), None)
    event_id = known.id if known else ids.of("events", name)
    event = {"event_id": event_id, "name": name, "kind": "event", "area_id": area.id if area else ""}
    mention = {
        "mention_id": ids.new("mentions", f"{event_id} {scene.source.id}"),
        "event_id": event_id,
        "printed": flat(scene.body[slice(*when.span)]),
        "period": when.edtf,
        "period_basis": when.basis,
        **_evidence(scene, quote or when.span),
        "note": when.note,
    }
    rows = [Row("mentions", mention)]
    if known is None:
        rows.insert(0, Row("events", event | {"period": when.edtf}))
    said = f"“{known.name}” is of that time" if known else "the name of the event is a guess"
    sure = vocabulary.LIKELY if when.edtf and quote else vocabulary.OPEN
    others = _others(mention, [{"event_id": one.id} for _, one in likely])
    return Made(vocabulary.EVENT, when.span[1], sure, [when.why, said, *_unquoted(quote)], rows, others)


def _events(register: Register, scene: Scene, when: Dating) -> list[tuple[int, Event]]:
    """The events of that time, those first whose names share most words with the sentence, each with how many."""
    words = {word.casefold() for word in scene.words if len(word) >= _LONG}
    same = [
        one for one in events(register) if any(each.period and each.period.edtf == when.edtf for each in _dates(one))
    ]
    shared = [(len(words & {word.casefold() for word in one.name.split() if len(word) >= _LONG}), one) for one in same]
    return sorted(shared, key=lambda pair: -pair[0])


def _dates(event: Event) -> list:
    return [event, *event.datings]


def stated(register: Register, scene: Scene, ids: Ids) -> Made:
    """A number, with the unit, the indicator and the area that it needs where the register has none that fits."""
    table = recorded.mates(register, scene)
    said = observing.said(register, scene, table)
    likely = _likely(register, scene, said, table)
    quote = scene.quote(scene.numeral.start, said.end)
    new = [*locating.rows(likely.areas, ids), *_unit(register, said, scene, ids)]
    new += [] if likely.indicator and said.unit else _new(register, scene, said, ids, table)
    indicator_id = likely.indicator.id if likely.indicator else _indicator_of(new)
    values = {
        "observation_id": ids.new("observations", f"{indicator_id} {scene.source.id}"),
        "indicator_id": indicator_id,
        "area_id": locating.id_of(likely.areas, ids),
        **_cells(likely.times[0]),
        "printed": said.printed,
        "value": said.value,
        "unit_id": _unit_id(said, scene, ids),
        "qualifier": scene.numeral.qualifier,
        "attribution": likely.attribution,
        "status": observing.status(scene, likely.attribution),
        **_evidence(scene, place := quote or (scene.numeral.start, said.end)),
        "locator": register.documents[scene.source.id].locator(place[0]),
    }
    why, sure = [*_about(said, likely), *_unquoted(quote)], _sureness(said, likely, quote)
    rows = [*new, Row("observations", values)]
    return Made(vocabulary.RECORDED, said.end, sure, why, rows, _choices(values, likely))


class Likely(NamedTuple):
    """What a number is likely of: the indicator and how well that fits, and what else fits; where, when, by whom."""

    indicator: Indicator | None
    score: float
    fits: Sequence[Fit]
    areas: Sequence[Area | Place]
    times: Sequence[Time]
    attribution: str

    @property
    def area(self) -> Area | None:
        """The likeliest area, where the register has it."""
        return next((one for one in self.areas[:1] if isinstance(one, Area)), None)


def _likely(register: Register, scene: Scene, said: Said, table: Mates | None) -> Likely:
    fits = fitting.indicators_of(register, scene, said.unit, change=said.change)
    indicator, score = fits[0] if fits and fits[0][1] >= fitting.FITS else (None, 0.0)
    last = recorded.last(register, scene)
    near = last if recorded.is_near(scene, last) else None
    before = near if near and indicator and near.indicator.chart == indicator.chart else None
    areas = locating.located(register, scene, indicator, before, last)
    by = observing.attribution(scene) or (before.attribution if before else "")
    likely = Likely(indicator, score, fits, areas, observing.times(scene, near, last), by)
    return _as_beside(register, scene, said, likely, table) if table and table.recorded else likely


def _as_beside(register: Register, scene: Scene, said: Said, likely: Likely, table: Mates) -> Likely:
    """What of a cell is as it is recorded of its row or its column, before what its words say."""
    named = table.renamed(lambda one: one.area.name)
    area = (locating.known(register, Place(named)) or Place(named)) if named else table.shared(lambda one: one.area)
    time = table.shared(_time_of, part=False)
    name, indicator = table.renamed(lambda one: one.indicator.name), table.shared(lambda one: one.indicator)
    if name and indicator and name != indicator.name:
        indicator = next((one for one in register.indicators.values() if one.name == name), None)
    if indicator and said.unit and not units.same_dimension(indicator.unit, said.unit, register.units):
        indicator = None
    times = likely.times if time is None or any(observing.of_column(scene)) else [time, *likely.times]
    areas = list(dict.fromkeys((area, *likely.areas))) if area else likely.areas
    score = (STRONG if table.is_known else FAIR) if indicator else 0.0
    return likely._replace(indicator=indicator, score=score, areas=areas, times=times)


def _time_of(number: Observation) -> Time | None:
    period = number.period
    return Time(period.edtf, number.period_basis, number.period_note, _BESIDE) if period else None


def _choices(values: Cells, likely: Likely) -> list[Cells]:
    """What else of a number is likely, by its indicator, its area, its time."""
    return [
        *_others(values, [{"indicator_id": one.id} for one, _ in likely.fits]),
        *_others(values, [{"area_id": one.id} for one in likely.areas if isinstance(one, Area)]),
        *_others(values, [_cells(one) for one in likely.times]),
    ]


def _cells(time: Time) -> Cells:
    return {"period": time.edtf, "period_basis": time.basis, "period_note": time.note}


def _others(values: Cells, likely: Iterable[Cells]) -> list[Cells]:
    """What cells may be that they are not, the first few; what differs in its first cell alone is another."""
    found: dict[str, Cells] = {}
    for cells in likely:
        column, value = next(iter(cells.items()))
        if value != values[column]:
            found.setdefault(value, cells)
    return list(islice(found.values(), OFFERED))


def measured(source: Source, name: str, measure: str, unit_id: str, ids: Ids) -> list[Row]:
    """A new indicator with a chart of its own, as little as the tables demand."""
    chart_id = ids.of("charts", name)
    chart = {"chart_id": chart_id, "topic": source.short_name or source.title, "name": name}
    indicator = {
        "indicator_id": ids.of("indicators", name),
        "name": name,
        "chart_id": chart_id,
        "measure": measure,
        "unit_id": unit_id,
        "definition": f"As the document has it: {name}.",
    }
    return [Row("charts", chart), Row("indicators", indicator)]


def _new(register: Register, scene: Scene, said: Said, ids: Ids, table: Mates | None) -> list[Row]:
    """The chart and the indicator that a number needs, in the words of its sentence; none without a name."""
    name = naming.measured(scene, said.end, counts=said.counts, change=said.change)
    measure = observing.measure(said.unit, said.value, change=said.change)
    if table and (labelled := table.renamed(lambda one: one.indicator.name)):
        name, measure = labelled, table.shared(lambda one: one.indicator.measure) or measure
    if any(one.name.casefold() == name.casefold() for one in register.indicators.values()):
        name = f"{name}, {said.unit.name if said.unit else fitting.noun(scene, said.end)}"  # of another kind of unit
    return measured(scene.source, name, measure, _unit_id(said, scene, ids), ids) if name else []


def _indicator_of(new: Iterable[Row]) -> str:
    return next((row.values["indicator_id"] for row in new if row.table == "indicators"), "")


def _unit_id(said: Said, scene: Scene, ids: Ids) -> str:
    """The unit of a number, or of the things that it counts."""
    return said.unit.unit_id if said.unit else ids.of("units", fitting.noun(scene, said.end))


def _unit(register: Register, said: Said, scene: Scene, ids: Ids) -> list[Row]:
    """The row of a unit that the register lacks: that of a heading ("$ billion"), or of the things it counts."""
    unit, unit_id = said.unit, _unit_id(said, scene, ids)
    if unit is None:
        noun = fitting.noun(scene, said.end)
        return [Row("units", {"unit_id": unit_id, "name": noun, "symbol": noun, "words": noun})]
    if unit_id in register.units:
        return []
    return [Row("units", {"unit_id": unit_id, "name": unit.name, "symbol": unit.symbol, "pint": unit.pint})]


def _about(said: Said, likely: Likely) -> list[str]:
    """What a number's row rests on, and what of it is open."""
    found = likely.indicator
    unit = f"its unit is {said.unit.name}" if said.unit else "no unit of the register fits: a new one"
    fits = f"“{found.name}” {'fits' if likely.score >= STRONG else 'may fit'}" if found else "no indicator fits"
    value = [] if said.value else ["its value can't be read"]
    return [*value, unit, fits, "" if likely.area else "no area of the register is named", likely.times[0].why]


def _sureness(said: Said, likely: Likely, quote: Span | None) -> str:
    if not (said.value and said.unit and likely.indicator and likely.area and quote) or likely.score < FAIR:
        return vocabulary.OPEN
    return vocabulary.SURE if likely.score >= STRONG else vocabulary.LIKELY


def _unquoted(quote: Span | None) -> list[str]:
    return [] if quote else ["no phrase of its sentence stands once"]


def _evidence(scene: Scene, quote: Span) -> dict[str, str]:
    start, end = quote
    return {
        "source_id": scene.source.id,
        "start": str(start),
        "end": str(end),
        "quote": flat(scene.body[start:end]),
    }

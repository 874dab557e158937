"""The rows of a draft: an exclusion, an event with its dating, a number with what of the register it names."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from validation import vocabulary
from validation.language.phrases import Span
from validation.language.reading.seen import flat
from validation.model.drafting import dating, fitting, naming, observing
from validation.model.drafting.beside import Mates, mates
from validation.model.drafting.dating import Dating
from validation.model.drafting.draft import Ids, Row
from validation.model.drafting.leaving import Reason
from validation.model.drafting.naming import Place
from validation.model.drafting.observing import Said, Time
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
    name, area = dating.happened(scene, when.span), next(iter(fitting.areas_of(register, scene, None)), None)
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
    said = observing.said(register, scene)
    fits = fitting.indicators_of(register, scene, said.unit, change=said.change)
    found, score = fits[0] if fits and fits[0][1] >= fitting.FITS else (None, 0.0)
    last, before = _last(register, scene), _before(register, scene, found)
    times, areas = (
        observing.times(scene, before or _near(scene, last), last),
        _areas(register, scene, found, before, last),
    )
    if (table := mates(register, scene)) and table.recorded:
        found, score, times, areas = _as_beside(register, scene, table, said, times, areas)
    time, quote = times[0], scene.quote(scene.numeral.start, said.end)
    new = [*_placed_anew(areas, ids), *_scaled(register, said)]
    new += [] if found and said.unit else _new(register, scene, said, ids, table)
    made = {row.table: row.values for row in new}
    indicator_id = found.id if found else made.get("indicators", {}).get("indicator_id", "")
    values = {
        "observation_id": ids.new("observations", f"{indicator_id} {scene.source.id}"),
        "indicator_id": indicator_id,
        "area_id": _id_of(areas[0], ids) if areas else "",
        **_cells(time),
        "printed": said.printed,
        "value": said.value,
        "unit_id": _unit_id(said, scene, ids),
        "qualifier": scene.numeral.qualifier,
        "attribution": (by := observing.attribution(scene) or (before.attribution if before else "")),
        "status": observing.status(scene, by),
        **_evidence(scene, place := quote or (scene.numeral.start, said.end)),
        "locator": register.documents[scene.source.id].locator(place[0]),
    }
    area = next((one for one in areas[:1] if isinstance(one, Area)), None)
    why = [*_about(said, found, score, area, time), *_unquoted(quote)]
    sure = _sureness(said, found, score, area, quote)
    choices = [
        *_others(values, [{"indicator_id": one.id} for one, _ in fits]),
        *_others(values, [{"area_id": one.id} for one in areas if isinstance(one, Area)]),
        *_others(values, [_cells(one) for one in times]),
    ]
    return Made(vocabulary.RECORDED, said.end, sure, why, [*new, Row("observations", values)], choices)


def _as_beside(
    register: Register, scene: Scene, table: Mates, said: Said, times: Sequence[Time], areas: Sequence[Area | Place]
) -> tuple[Indicator | None, float, Sequence[Time], Sequence[Area | Place]]:
    """What of a cell is as it is recorded of its row or its column, before what its words say."""
    named = table.renamed(lambda one: one.area.name)
    place = next((one for one in register.areas.values() if one.name == named), Place(named)) if named else None
    area = place or table.shared(lambda one: one.area)
    time = table.shared(_time_of, part=False)
    name = table.renamed(lambda one: one.indicator.name)
    indicator = table.shared(lambda one: one.indicator)
    if name and indicator and name != indicator.name:
        indicator = next((one for one in register.indicators.values() if one.name == name), None)
    if indicator and said.unit and not units.same_dimension(indicator.unit, said.unit, register.units):
        indicator = None
    if time and not any(observing.of_column(scene)):
        times = [time, *times]
    if area:
        areas = list(dict.fromkeys((area, *areas)))
    score = (STRONG if table.is_known else FAIR) if indicator else 0.0
    return indicator, score, times, areas


def _time_of(number: Observation) -> Time | None:
    period = number.period
    return Time(period.edtf, number.period_basis, number.period_note, _BESIDE) if period else None


def _areas(
    register: Register, scene: Scene, indicator: Indicator | None, before: Observation | None, last: Observation | None
) -> list[Area | Place]:
    """Where it may be, the likeliest first.

    A country that its sentence names, of what is measured by country; that of the number before it; what the register
    has that fits; another place that its sentence names; that of the last number recorded; what the article names most.
    """
    named = naming.place(scene)
    there = _known(register, named) if named else None
    here: list[Area | Place] = [there or named] if named else []
    known = fitting.areas_of(register, scene, indicator)
    used = fitting.areas_in_use(register, indicator)
    by_country = bool(named and named.iso_3166) and all(one.iso_3166 for one in used) and (used or not there)
    recorded = [one.area for one in (last,) if one and one.area.id in register.areas]
    most = [] if known or here or recorded else [naming.commonest_place(scene)]
    first, later = (here, []) if by_country else ([], [] if there else here)
    found = (*first, *([before.area] if before else []), *known, *later, *recorded, *filter(None, most))
    return list(dict.fromkeys(found))


def _known(register: Register, named: Place) -> Area | None:
    """The area of the register that a place is, by its name or as a country."""
    names = (one for one in register.areas.values() if one.name.casefold() == named.name.casefold())
    codes = (one for one in register.areas.values() if named.iso_3166 and one.iso_3166 == named.iso_3166)
    return next(iter([*names, *codes]), None)


def _placed_anew(areas: Sequence[Area | Place], ids: Ids) -> list[Row]:
    """The row of an area that the register lacks, where that is the likeliest."""
    if not areas or isinstance(areas[0], Area):
        return []
    one = areas[0]
    return [Row("areas", {"area_id": _id_of(one, ids), "name": one.name, "kind": one.kind, "iso_3166": one.iso_3166})]


def _id_of(area: Area | Place, ids: Ids) -> str:
    return area.id if isinstance(area, Area) else ids.of("areas", area.name)


def _before(register: Register, scene: Scene, indicator: Indicator | None) -> Observation | None:
    """The last number before it in its paragraph, where it is of the same chart: what is true of both is said once."""
    start, found = _recorded(register, scene)
    near = start >= scene.body.rfind("\n\n", 0, scene.numeral.start) + 1
    return found if found and near and indicator and found.indicator.chart == indicator.chart else None


def _last(register: Register, scene: Scene) -> Observation | None:
    """The last number before it in its document, else the first behind it, that is recorded."""
    return _recorded(register, scene)[1] or _recorded(register, scene, behind=True)[1]


def _near(scene: Scene, last: Observation | None) -> Observation | None:
    """The number, where it stands in the same paragraph."""
    start = scene.body.rfind("\n\n", 0, scene.numeral.start) + 1
    return last if last and last.start is not None and start <= last.start < scene.numeral.start else None


def _recorded(register: Register, scene: Scene, *, behind: bool = False) -> tuple[int, Observation | None]:
    """The number recorded nearest before it, or behind it, in its document, and where that stands."""
    placed = register.once(_placed).get(scene.source.id, [])
    at = bisect(placed, (scene.numeral.start, 0)) - (0 if behind else 1)
    if not 0 <= at < len(placed):
        return -1, None
    start, row = placed[at]
    return start, next(iter(register.observations.at([row])), None)


def _placed(register: Register) -> dict[str, list[tuple[int, int]]]:
    """By source, where the numbers of the register stand in it, in the order of the text, each with its row."""
    found: dict[str, list[tuple[int, int]]] = {}
    rows = register["observations"]
    for row, (source, start) in enumerate(zip(rows["source_id"].tolist(), rows["start"].tolist(), strict=True)):
        if isinstance(start, int):
            found.setdefault(source, []).append((start, row))
    return {source: sorted(places) for source, places in found.items()}


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
    """The unit, the chart and the indicator that a number needs, in the words of its sentence; none without a name."""
    name = naming.measured(scene, said.end, counts=said.counts, change=said.change)
    measure = observing.measure(said.unit, said.value, change=said.change)
    if table and (labelled := table.renamed(lambda one: one.indicator.name)):
        name, measure = labelled, table.shared(lambda one: one.indicator.measure) or measure
    unit = [] if said.unit else _counted(fitting.noun(scene, said.end), ids)
    if any(one.name.casefold() == name.casefold() for one in register.indicators.values()):
        name = f"{name}, {said.unit.name if said.unit else fitting.noun(scene, said.end)}"  # of another kind of unit
    return [*unit, *(measured(scene.source, name, measure, _unit_id(said, scene, ids), ids) if name else [])]


def _unit_id(said: Said, scene: Scene, ids: Ids) -> str:
    """The unit of a number, or of the things that it counts."""
    return said.unit.unit_id if said.unit else ids.of("units", fitting.noun(scene, said.end))


def _scaled(register: Register, said: Said) -> list[Row]:
    """The row of a unit that the heading of a table makes: "$ billion"."""
    unit = said.unit
    if unit is None or unit.unit_id in register.units:
        return []
    return [Row("units", {"unit_id": unit.unit_id, "name": unit.name, "symbol": unit.symbol, "pint": unit.pint})]


def _counted(noun: str, ids: Ids) -> list[Row]:
    """The row of a unit that is named like the things it counts."""
    return [Row("units", {"unit_id": ids.of("units", noun), "name": noun, "symbol": noun, "words": noun})]


def _about(said: Said, found: Indicator | None, score: float, area: Area | None, time: Time) -> list[str]:
    """What a number's row rests on, and what of it is open."""
    unit = f"its unit is {said.unit.name}" if said.unit else "no unit of the register fits: a new one"
    fits = f"“{found.name}” {'fits' if score >= STRONG else 'may fit'}" if found else "no indicator fits"
    value = [] if said.value else ["its value can't be read"]
    return [*value, unit, fits, "" if area else "no area of the register is named", time.why]


def _sureness(said: Said, found: Indicator | None, score: float, area: Area | None, quote: Span | None) -> str:
    if not (said.value and said.unit and found and area and quote):
        return vocabulary.OPEN
    if score >= STRONG:
        return vocabulary.SURE
    return vocabulary.LIKELY if score >= FAIR else vocabulary.OPEN


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

"""The findings that the overview begins with: one chart for each outcome, chosen by a rule, drawn in short."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from dashboard.charts import choice
from dashboard.charts.drawing.content import Drawing
from validation import vocabulary
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.verdicts import Check

TOLD = (vocabulary.MATCHED, vocabulary.DISPUTED, vocabulary.NOT_COMPARABLE)
"""The outcomes that a finding is told of, in their order."""

SHORT = 3
"""Numbers that a finding draws, besides what came before a growth."""

LEAST = 3
"""Fewer numbers that stand beside one another are rows of a table."""

_COMPARING = (vocabulary.AS_GROWTH, vocabulary.AS_ACCOUNTS)
_BESIDE = (vocabulary.AS_SHARES, vocabulary.AS_AREAS)


class Finding(NamedTuple):
    """A chart and what it comes to, with the number that it is about and the numbers that show it."""

    chart: str
    outcome: str
    number: Observation
    numbers: tuple[Observation, ...]


def findings(register: Register) -> list[Finding]:
    """At most one for each outcome, and no chart twice."""
    return register.once(_findings)


def of_chart(register: Register, name: str) -> Finding | None:
    """The finding that a chart gives."""
    return next((finding for finding in findings(register) if finding.chart == name), None)


def drawing(register: Register, name: str) -> Drawing | None:
    """What a finding draws, named as in its chart; None where a chart gives none."""
    found, whole = of_chart(register, name), choice.find(register, f"chart/{name}")
    return replace(whole, key=f"finding/{name}", numbers=found.numbers) if found and whole else None


def brief(register: Register, name: str) -> Drawing | None:
    """What a chart draws on the front page: what documents state, and what that is held against; None for no chart.

    Where nothing of it was held against anything, or the rest is no chart of its kind, it is the whole.
    """
    whole = choice.find(register, f"chart/{name}")
    if whole is None:
        return None
    held = {check.reference for check in verdicts.checks(register)}
    kept = _accounts(whole) if whole.kind == vocabulary.AS_ACCOUNTS else _held(whole, held)
    if len(kept) == len(whole.numbers) or not held & {*kept} or choice.choose(kept, whole.kind) != whole.kind:
        return whole
    return replace(whole, key=f"brief/{name}", numbers=tuple(kept))


def outcome(register: Register, drawing: Drawing) -> str:
    """What the numbers of a chart come to: the first verdict, in their order, of those that documents state."""
    known = verdicts.by_number(register)
    found = verdicts.overall(known[one.id] for one in drawing.numbers if one.id in known and one.told_by.is_document)
    return vocabulary.outcome(found).code if found else ""


def shared(register: Register, drawing: Drawing) -> tuple[int, int]:
    """How many of the numbers that documents state come to what the chart comes to, and how many there are."""
    stated = [one for one in drawing.numbers if one.told_by.is_document and not one.is_calculated]
    known, code = verdicts.by_number(register), outcome(register, drawing)
    return sum(one.id in known and _comes_to(register, one) == code for one in stated), len(stated)


def compares(register: Register, drawing: Drawing) -> bool:
    """Whether a chart sets what documents state beside something, so that a drawing says more than a row of a table.

    It does where its kind is for that, a person has asked for its kind, or all of its numbers are of one thing.
    """
    if drawing.kind in (vocabulary.ALONE, vocabulary.AS_SERIES):
        return False
    asked = drawing.kind == register.charts[_name(drawing)].kind
    of_one = len({one.indicator.id for one in drawing.numbers}) == 1
    beside = (asked or of_one or drawing.kind in _BESIDE) and len(drawing.numbers) >= LEAST
    return any(one.told_by.is_document for one in drawing.numbers) and (beside or drawing.kind in _COMPARING)


def _findings(register: Register) -> list[Finding]:
    held = {check.number.indicator.chart.id for check in verdicts.checks(register)}
    drawings = [choice.find(register, f"chart/{name}") for name in register.charts if name in held]
    drawn = [one for one in drawings if one and compares(register, one)]
    found: list[Finding] = []
    for code in TOLD:
        taken = {finding.chart for finding in found}
        offers = [offer for one in drawn if _name(one) not in taken for offer in _offers(register, one, code)]
        if best := max(offers, key=lambda offer: offer[0], default=None):
            found.append(best[1])
    return found


def _offers(register: Register, drawing: Drawing, code: str) -> Iterable[tuple[tuple[int, ...], Finding]]:
    """The findings that a chart could give for an outcome, each with how strong it is."""
    held = [one for one in drawing.numbers if one.told_by.is_document and verdicts.of_number(register, one.id)]
    fitting = sorted((one for one in held if _comes_to(register, one) == code), key=lambda one: -one.top)
    if not fitting or outcome(register, drawing) != code:
        return
    for number in fitting:
        checks = [check for check in verdicts.of_number(register, number.id) if _is(check, code)]
        shown = _shown(drawing, number, checks, fitting)
        yield _strength(drawing, number, checks, len(fitting)), Finding(_name(drawing), code, number, shown)


def _strength(drawing: Drawing, number: Observation, checks: Sequence[Check], fitting: int) -> tuple[int, ...]:
    """Whether a bound of it is broken, how many of the chart's numbers come to the same, whether that can be seen.

    A level says more than a change.
    """
    ids = {one.id for one in drawing.numbers}
    said = sum(bool(check.reference and check.reference.id in ids) for check in checks)
    broken = bool(number.mark.sets) and any(check.verdict == vocabulary.DISPUTED for check in checks)
    return broken, fitting, said > 0, number.indicator.measure != vocabulary.CHANGE


def _shown(
    drawing: Drawing, number: Observation, checks: Sequence[Check], fitting: Sequence[Observation]
) -> tuple[Observation, ...]:
    """The number, what it grew from, what references say of it, then the nearest of what else there is."""
    ids = {check.reference.id for check in checks if check.reference}
    before = [one for one in drawing.numbers if one.is_own and number in one.stated] if _grows(drawing) else []
    growth = [one for one in drawing.numbers if _grows(drawing) and one.indicator.change_of == number.indicator.id]
    same = [one for one in drawing.numbers if one.indicator == number.indicator and one.area == number.area]
    accounts = [one for one in same if one.days == number.days and not one.is_own]
    ordered = [number, *(one for one in drawing.numbers if one.id in ids), *accounts, *fitting]
    told = list(dict.fromkeys(one for one in ordered if one.indicator.unit == number.indicator.unit))[:SHORT]
    grown = [one for one in growth if one.days in {each.days for each in told}]
    return tuple(one for one in drawing.numbers if one in {*told, *before, *grown})


def _held(drawing: Drawing, held: Collection[Observation | None]) -> list[Observation]:
    """What documents state, what is calculated of that, and what it is held against."""
    return [one for one in drawing.numbers if one.is_of_document or one in held]


def _accounts(drawing: Drawing) -> list[Observation]:
    """Every account of what documents have accounts of."""
    told = {one for each in drawing.quantities if any(n.is_of_document for n in each.numbers) for one in each.numbers}
    return [one for one in drawing.numbers if one in told]


def _grows(drawing: Drawing) -> bool:
    return drawing.kind == vocabulary.AS_GROWTH


def _comes_to(register: Register, number: Observation) -> str:
    return vocabulary.outcome(verdicts.by_number(register)[number.id]).code


def _is(check: Check, code: str) -> bool:
    return vocabulary.outcome(check.verdict).code == code


def _name(drawing: Drawing) -> str:
    return drawing.key.partition("/")[2]

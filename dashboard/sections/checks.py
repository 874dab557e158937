"""What references have beside a document's number: the verdict in a line, the others behind it, all in a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.tables import Column, Row, table
from dashboard.sections import passages, sources, tags
from validation import vocabulary
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.rows import plain_spaces
from validation.model.verdicts import Check

Line = tuple[list[Any], str]
"""What a reference has, and what is to be said of it besides."""

# An explanation that begins so goes on with the reference's name instead.
_OPENING = re.compile(r"The reference(?=,| has\b)")
_END = re.compile(r"(?<=[.?!]) (?=[A-Z“\"])")


def ordered(register: Register, number: Observation) -> list[Check]:
    """The checks of a number, the one that gives the verdict first: of several, what is most like the number."""
    return sorted(verdicts.of_number(register, number.id), key=lambda check: _rank(register, check))


def held(register: Register, number: Observation) -> list[Check]:
    """The checks that hold documents' numbers against this one."""
    return [check for check in verdicts.checks(register) if check.reference and check.reference.id == number.id]


def verdict(found: Sequence[Check]) -> list[Component]:
    """The verdict with its sign, what the reference that gives it has and why; the other references folded."""
    if not found:
        return []
    first, *others = found
    line, why = _told(first)
    sign = html.Span(elements.explained(tags.outcome(first.verdict)), className="outcome-sign")
    parts = [html.P([sign, ". ", *line], className="outcome-line"), *([html.P(why, className="why")] if why else [])]
    return [html.Div([*parts, *_others(others)], className="outcome")]


def beside(found: Sequence[Check], *, documents: bool = False) -> Component:
    """The other side of each check in a table: what references have, or else what documents state."""
    pairs = [(check, check.number if documents else check.reference) for check in found]
    sides = _in_time([(check, other) for check, other in pairs if other])
    names = dict.fromkeys(sources.name(other.source) for _, other in sides)
    several = "documents have" if documents else "public statistics have"
    caption = f"What {f'{next(iter(names))} has' if len(names) == 1 else several}"
    rows = [Row((passages.figure(other), _about(check, other, named=len(names) > 1))) for check, other in sides]
    return table((Column("Number", numeric=True), Column("When, and what comes of it")), rows, caption=caption)


def _in_time(sides: Sequence[tuple[Check, Observation]]) -> list[tuple[Check, Observation]]:
    """The first, then the others in the order of their periods."""
    return [*sides[:1], *sorted(sides[1:], key=lambda side: side[1].period.days if side[1].period else (inf, inf))]


def _rank(register: Register, check: Check) -> tuple[float, ...]:
    """Low for what is of the same quantity and time, exact, in the same unit and near."""
    place = vocabulary.place(check.verdict, verdicts.ORDER)
    if check.reference is None:
        return (place, inf)
    pair = verdicts.compare(check.number, check.reference, register.units)
    unlike = (not pair.same_quantity, not pair.timely, not pair.exact, check.reference.unit != check.number.unit)
    return place, *unlike, float(abs(check.reference.common - check.number.common))


def _told(check: Check) -> Line:
    """In the words of the explanation, where its first sentence has the reference's number and its period."""
    reference = check.reference
    if reference is None:
        return [check.explanation], ""
    first, *rest = _END.split(plain_spaces(check.explanation), maxsplit=1)
    if woven := _woven(first, reference):
        return woven, "".join(rest)
    when = [" for ", html.Strong(reference.period.words)] if reference.period else []
    what = f" as “{reference.indicator.name}”" if reference.indicator != check.number.indicator else ""
    return [_name(reference), " has ", passages.figure(reference), what, *when, "."], check.explanation


def _woven(sentence: str, reference: Observation) -> list[Any]:
    """A sentence on a reference with its name, its number linked, its period bold; nothing where it lacks one."""
    opening = _OPENING.match(sentence)
    number = _first(sentence, [reference.label, reference.said, reference.printed])
    words = reference.period.words if reference.period else ""
    when = _first(sentence, [words, words.replace("–", " to ")])
    if not opening or not number or (words and not when):
        return []
    parts = _put([sentence[opening.end() :]], number, passages.figure(reference, number))
    return [_name(reference), *(_put(parts, when, html.Strong(when)) if when else parts)]


def _first(text: str, spellings: Sequence[str]) -> str:
    """The first of several spellings that stands in a text by itself, or nothing."""
    plain = [plain_spaces(each) for each in spellings if each]
    return next((each for each in plain if re.search(_alone(each), text)), "")


def _put(parts: Sequence[Any], words: str, component: Component) -> list[Any]:
    """The parts with a component in place of the first such words."""
    for at, part in enumerate(parts):
        found = re.search(_alone(words), part) if isinstance(part, str) else None
        if found:
            return [*parts[:at], part[: found.start()], component, part[found.end() :], *parts[at + 1 :]]
    return [*parts]


def _alone(words: str) -> str:
    return rf"(?<![\w.,$]){re.escape(words)}(?![\w%])"


def _name(reference: Observation) -> str:
    return sources.name(reference.source)


def _others(found: Sequence[Check]) -> list[Component]:
    """What the other references have, folded."""
    if not found:
        return []
    items = []
    for check in found:
        line, why = _told(check)
        items.append(html.Li([html.P([tags.verdict(check.verdict), ". ", *line]), *([html.P(why)] if why else [])]))
    return [elements.fold(many(len(found), "more reference"), html.Ul(items, className="references"))]


def _about(check: Check, other: Observation, *, named: bool) -> Component:
    """What and where it is of, where that is something else; when, by whom where there are several; the verdict."""
    own = check.reference if other is check.number else check.number
    what = other.indicator.name if own and other.indicator != own.indicator else ""
    where = other.area.name if own and other.area != own.area else ""
    who = sources.name(other.source) if named else ""
    about = ", ".join(part for part in (what, where, other.when, who) if part)
    return html.Div([html.P(about), tags.verdict(check.verdict)])

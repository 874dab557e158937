"""Codes as tags: what kind of statement a number is, whether it was verified, what it came to beside others."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.design import elements, signs
from dashboard.design.elements import code_tag
from validation import vocabulary
from validation.model.observations import Observation


def status(number: Observation) -> list[Component]:
    """A tag for a number that is no plain statement: a rumor, a forecast, an estimate, a calculation."""
    if number.is_calculated:
        return [calculated()]
    if number.status == vocabulary.STATED_STATUS:
        return []
    return [code_tag(vocabulary.STATUSES[number.status], signs.STATUSES[number.status])]


def calculated() -> Component:
    """A tag for a number that no source states."""
    return evidence(vocabulary.OF_CALCULATION)


def evidence(code: str) -> Component:
    """A tag for what became of a passage."""
    return code_tag(vocabulary.EVIDENCE[code], signs.EVIDENCE[code])


def presence(code: str) -> Component:
    """A tag for whether a document's text is here."""
    return code_tag(vocabulary.PRESENCES[code], signs.PRESENCES[code])


def verdict(code: str) -> Component:
    """A tag for what holding a number against references came to."""
    entry = vocabulary.VERDICTS[code]
    return elements.verdict(signs.VERDICTS[code], entry.words, entry.meaning)


def outcome(code: str) -> Component:
    """The same as readers are first told it: a code of `vocabulary.VERDICTS`, without why it is not comparable."""
    entry = vocabulary.outcome(code)
    return elements.verdict(signs.VERDICTS[code], entry.words, vocabulary.VERDICTS[code].meaning)


def told(code: str) -> Component:
    """A code of `vocabulary.OUTCOMES`."""
    entry = vocabulary.OUTCOMES[code]
    return elements.verdict(signs.VERDICTS[code], entry.words, entry.meaning)


def accounts(code: str) -> Component:
    """A tag for how accounts of one thing go together; "" where they agree."""
    entry = vocabulary.ACCOUNTS[code]
    return elements.verdict(signs.ACCOUNTS[code], entry.words, entry.meaning)

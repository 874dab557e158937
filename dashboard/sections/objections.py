"""What is said against a number or a dating: an erratum in its source, another account beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.design import elements, signs
from dashboard.design.signs import Kind
from validation import vocabulary
from validation.model import accounts, events
from validation.model.accounts import Conflict, Erratum
from validation.model.register import Register


@dataclass(frozen=True, slots=True)
class Objection:
    """A few words for a tag, the sentence behind them, and the other account with the verdict where there is one."""

    words: str
    kind: Kind
    explanation: str
    other_id: str = ""
    verdict: str = ""

    @property
    def tag(self) -> Component:
        """The sign and the words of the verdict, or of an error; the sentence is told to those who point at it."""
        if self.verdict:
            return elements.verdict(signs.ACCOUNTS[self.verdict], self.words, self.explanation)
        return elements.tag(self.words, self.kind, self.explanation)

    @property
    def callout(self) -> Component:
        """The same as a notice with the sentence."""
        return elements.callout(self.explanation, kind=self.kind, title=f"{self.words}.")


def of(register: Register, name: str) -> list[Objection]:
    """What is said against a number or a dating, errors of its source first."""
    erratum = accounts.errata(register).get(name)
    conflicts = accounts.conflicts_of(register, name)
    return [*([_error(register, erratum)] if erratum else []), *(_conflict(one, name) for one in conflicts)]


def is_wrong(register: Register, name: str) -> bool:
    """Whether its source has a number, or a time, wrong."""
    return any(one.kind == "error" for one in of(register, name))


def between(found: Iterable[Objection]) -> list[Objection]:
    """Those without those that are told already: two accounts share one explanation."""
    return list({objection.explanation: objection for objection in found}.values())


def _error(register: Register, erratum: Erratum) -> Objection:
    """An error of the number or of the time; where the passage has other words wrong, the time is right."""
    dating = events.datings(register).get(erratum.target_id)
    said = f"“{erratum.stated}”, right is {erratum.correct}"
    if dating and not dating.is_wrong:
        return Objection(f"Other words are wrong: {said}", "note", erratum.reason)
    return Objection(f"Erratum: {said}", "error", erratum.reason)


def _conflict(one: Conflict, name: str) -> Objection:
    words, kind = vocabulary.ACCOUNTS[one.verdict].words, signs.OBJECTIONS[one.verdict]
    return Objection(words, kind, one.explanation, one.other(name), one.verdict)

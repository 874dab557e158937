"""What is disputed about a number or a dating: that its source is wrong, that another account is against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard import elements, facts
from dashboard.elements import Kind
from dashboard.statements.tags import ACCOUNTS
from dashboard.store import Snapshot


@dataclass(frozen=True, slots=True)
class Dispute:
    """A few words for a tag, the sentence behind them, and the other account where there is one."""

    words: str
    kind: Kind
    explanation: str
    other_id: str = ""

    @property
    def tag(self) -> Component:
        return elements.tag(self.words, self.kind, self.explanation)

    @property
    def callout(self) -> Component:
        return elements.callout(self.explanation, kind=self.kind, title=f"{self.words}.")


def disputes(data: Snapshot, id: str) -> list[Dispute]:
    """What is disputed about an observation or a mention, errors of its source first."""
    return data.once(_disputes).get(id, [])


def between(found: Iterable[Dispute]) -> list[Dispute]:
    """The disputes without those that are told already: two accounts share one explanation."""
    return list({dispute.explanation: dispute for dispute in found}.values())


def _disputes(data: Snapshot) -> dict[str, list[Dispute]]:
    gathered: dict[str, list[Dispute]] = {}
    for id, dispute in (*_errata(data), *_conflicts(data)):
        gathered.setdefault(id, []).append(dispute)
    return gathered


def _errata(data: Snapshot) -> Iterator[tuple[str, Dispute]]:
    for row in facts.table(data, "errata").to_dict("records"):
        words = f"{row['stated']} is wrong, {row['correct']} is right"
        yield row["target_id"], Dispute(words, "error", row["reason"])


def _conflicts(data: Snapshot) -> Iterator[tuple[str, Dispute]]:
    for row in facts.table(data, "conflicts").to_dict("records"):
        code, pair = ACCOUNTS[row["verdict"]], (row["left_id"], row["right_id"])
        for one, other in (pair, pair[::-1]):
            yield one, Dispute(code.words, code.kind, row["explanation"], other)

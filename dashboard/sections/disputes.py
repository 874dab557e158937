"""What is disputed about a number or a dating: an erratum in its source, another account against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.elements import Kind
from dashboard.sections.tags import ACCOUNTS
from dashboard.state import facts
from dashboard.state.store import Snapshot


@dataclass(frozen=True, slots=True)
class Dispute:
    """A few words for a tag, the sentence behind them, and the other account with the verdict where there is one."""

    words: str
    kind: Kind
    explanation: str
    other_id: str = ""
    verdict: str = ""

    @property
    def tag(self) -> Component:
        return elements.tag(self.words, self.kind, self.explanation)

    @property
    def callout(self) -> Component:
        return elements.callout(self.explanation, kind=self.kind, title=f"{self.words}.")


def disputes(data: Snapshot, id: str) -> list[Dispute]:
    """What is disputed about an observation or a mention, errors of its source first."""
    return data.once(_disputes).get(id, [])


def gravest(data: Snapshot, id: str) -> str:
    """The gravest verdict on an observation or a mention and another account; "" where there is none."""
    return _first({dispute.verdict for dispute in disputes(data, id)})


def verdicts(data: Snapshot) -> Mapping[str, str]:
    """The gravest verdict on two accounts of one quantity, by the id of each account of it; none where they agree."""
    return data.once(_verdicts)


def between(found: Iterable[Dispute]) -> list[Dispute]:
    """The disputes without those that are told already: two accounts share one explanation."""
    return list({dispute.explanation: dispute for dispute in found}.values())


def _verdicts(data: Snapshot) -> dict[str, str]:
    said = facts.table(data, "conflicts").to_dict("records")
    found: dict[str, str] = {}
    for group in facts.groups(data):
        within = {row["verdict"] for row in said if {row["left_id"], row["right_id"]} <= set(group.amounts)}
        found |= dict.fromkeys(group.amounts, _first(within))
    return found


def _first(verdicts: Set[str]) -> str:
    return next((verdict for verdict in ACCOUNTS if verdict and verdict in verdicts), "")


def _disputes(data: Snapshot) -> dict[str, list[Dispute]]:
    gathered: dict[str, list[Dispute]] = {}
    for id, dispute in (*_errata(data), *_conflicts(data)):
        gathered.setdefault(id, []).append(dispute)
    return gathered


def _errata(data: Snapshot) -> Iterator[tuple[str, Dispute]]:
    for row in facts.table(data, "errata").to_dict("records"):
        words = f"Erratum: {row['stated']} for {row['correct']}"
        yield row["target_id"], Dispute(words, "error", row["reason"])


def _conflicts(data: Snapshot) -> Iterator[tuple[str, Dispute]]:
    for row in facts.table(data, "conflicts").to_dict("records"):
        code, pair = ACCOUNTS[row["verdict"]], (row["left_id"], row["right_id"])
        for one, other in (pair, pair[::-1]):
            yield one, Dispute(code.words, code.kind, row["explanation"], other, row["verdict"])

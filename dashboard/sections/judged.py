"""What holding each number of a document against references comes to, all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dashboard.state import facts
from dashboard.state.store import Snapshot
from validation.model.verdicts import WORST_FIRST, overall


def verdicts(data: Snapshot) -> Mapping[str, str]:
    """The verdict on each number that references were looked for, by its id."""
    return data.once(_verdicts)


def counts(data: Snapshot) -> dict[str, int]:
    """How many numbers have each verdict, the worst first, without verdicts that none has."""
    counted = Counter(verdicts(data).values())
    return {verdict: counted[verdict] for verdict in WORST_FIRST if counted[verdict]}


def _verdicts(data: Snapshot) -> dict[str, str]:
    checks = facts.table(data, "checks")
    return {str(name): overall(group["verdict"]) for name, group in checks.groupby("observation_id")}

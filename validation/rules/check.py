"""Rules on checks: every number of a document is held against references; no verdict defies the intervals."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault, quoted
from validation.language.written import plain
from validation.model import accounts
from validation.model.observations import Observation
from validation.model.register import Register
from validation.model.verdicts import Pair, compare
from validation.rules.rule import Rule, needs, rows_where, told
from validation.vocabulary import DISPUTED, DOCUMENT, MATCHED, NOT_FOUND, OTHER_PERIOD, OTHER_SCOPE, SCOPE

RULES = (
    Rule(
        "check/missing",
        "Where there are checks, every document's number has one.",
        "a number added without a check",
        tables=("observations",),
    ),
    Rule(
        "check/sides",
        "A check holds a document's number against a reference's.",
        "two documents' numbers",
        tables=("checks",),
    ),
    Rule(
        "check/reference",
        f"Only {NOT_FOUND} goes without a reference, and it stands alone.",
        f"{MATCHED} by nothing",
        tables=("checks",),
    ),
    Rule(
        "check/verdict",
        "No verdict says what the intervals refute.",
        f"{MATCHED}, where no number is within both",
        tables=("checks",),
    ),
)


def numbers_are_checked(register: Register) -> Iterator[Fault]:
    """Where there are checks at all, every number of a document has one, and not-found stands alone."""
    rows, checks = register["observations"], register["checks"]
    if checks.empty:
        return
    documents = [source.id for source in register.sources.values() if source.kind == DOCUMENT]
    ids = rows["observation_id"]
    for row in rows_where(rows["source_id"].isin(documents) & ~ids.isin(checks["observation_id"])):
        message = f"observation_id must have a row in checks.csv, and {quoted(ids.iat[row])} has none"
        hint = f"add a row; where nothing was found, verdict {NOT_FOUND} without reference"
        yield Fault("check/missing", "observations", row, "observation_id", ids.iat[row], message, hint)
    for row in rows_where(checks["observation_id"].duplicated(keep=False) & checks["verdict"].eq(NOT_FOUND)):
        message = f"verdict must not be {NOT_FOUND} where another row has a reference"
        yield Fault("check/reference", "checks", row, "verdict", NOT_FOUND, message, "take the row out")


@needs("sources", "observations")
def checks_name_their_sides(register: Register) -> Iterator[Fault]:
    """A check holds a document's number against a reference's; only not-found goes without."""
    for row, check in enumerate(register.cells("checks")):
        name, reference, verdict = check["observation_id"], check["reference_id"], check["verdict"]
        if _is_of_document(register, name) is False:
            message = f"observation_id must be a number of a document, not {quoted(name)}"
            yield Fault("check/sides", "checks", row, "observation_id", name, message, "swap the sides")
        if _is_of_document(register, reference):
            message = f"reference_id must be a number of a reference, not {quoted(reference)}, a document's"
            yield Fault("check/sides", "checks", row, "reference_id", reference, message, "name a reference's number")
        if (verdict == NOT_FOUND) == bool(reference):
            must = "be empty where nothing was found" if reference else f"name the reference that makes it {verdict}"
            hint = "correct verdict or reference"
            yield Fault("check/reference", "checks", row, "reference_id", reference, f"reference_id must {must}", hint)


def _is_of_document(register: Register, name: str) -> bool | None:
    """Whether a document states a number; None where there is no number that can be read."""
    number = register.observations.get(name)
    return None if number is None else number.source.is_document


@needs("observations", "indicators", "units", "conflicts")
def verdicts_hold(register: Register) -> Iterator[Fault]:
    """No verdict says what the quantities, their periods or their intervals refute.

    Two of one indicator and area are of another scope where conflicts.csv says so and why.
    """
    apart = {one.pair for one in accounts.conflicts(register) if one.verdict == SCOPE}
    for row, check in enumerate(register.cells("checks")):
        stated, reference = register.number(check["observation_id"]), register.number(check["reference_id"])
        if stated and reference and not (stated.misread or reference.misread):
            scoped = frozenset((stated.id, reference.id)) in apart
            problem = _refuted(check["verdict"], compare(stated, reference, register.units), scoped=scoped)
            if problem:
                said = " against ".join(f"{told(one)} ({_value(one)})" for one in (stated, reference))
                message = f"verdict must not be {check['verdict']}, for {problem}: {said}"
                yield Fault("check/verdict", "checks", row, "verdict", check["verdict"], message, "read both again")


def _value(number: Observation) -> str:
    return f"{plain(number.value)} {number.unit.unit_id}"


def _refuted(verdict: str, pair: Pair, *, scoped: bool) -> str:
    """Why a verdict can't stand, or nothing."""
    agree = pair.same_quantity and pair.timely and pair.meets and pair.exact
    refutations = {
        MATCHED: (
            (not pair.same_quantity, "they are not of one indicator and area"),
            (pair.timely is False, "they are not of one time"),
            (pair.meets is False, "no number is within both"),
        ),
        DISPUTED: ((agree, "both are exact, of one quantity and time, and agree"),),
        OTHER_SCOPE: ((pair.same_quantity and not scoped, "they are of one indicator and area"),),
        OTHER_PERIOD: ((pair.same_time, "their periods don't differ"),),
    }
    return next((why for refuted, why in refutations.get(verdict, ()) if refuted), "")

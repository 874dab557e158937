"""Rules on checks: every number of a document is held against references; no verdict defies the intervals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from validation.findings import Fault, quoted
from validation.language import periods
from validation.model import accounts
from validation.model import observations as quantities
from validation.model.observations import Quantity
from validation.model.register import Register, needs
from validation.quantities import amounts, units
from validation.quantities.amounts import Amount
from validation.rules.printed import plain

NOT_FOUND = "not-found"


@dataclass(frozen=True)
class Pair:
    """A document's number beside a reference's: whether they are of one quantity and time, and can meet.

    `timely` says whether their periods can be one, None where one isn't known; `same_time` that they are one.
    """

    same_quantity: bool
    timely: bool | None
    same_time: bool
    meets: bool | None
    exact: bool


def numbers_are_checked(register: Register) -> Iterator[Fault]:
    """Where there are checks at all, every number of a document has one, and not-found stands alone."""
    rows = register["checks"]
    if rows.empty:
        return
    checked = set(rows["observation_id"])
    for row, name in _of_documents(register):
        if name not in checked:
            message = f"observation_id must have a row in checks.csv, and {quoted(name)} has none"
            hint = "add a row; where nothing was found, verdict not-found without reference"
            yield Fault("check/missing", "observations", row, "observation_id", name, message, hint)
    several = rows["observation_id"].duplicated(keep=False) & rows["verdict"].eq(NOT_FOUND)
    for row in several.to_numpy().nonzero()[0].tolist():
        message = "verdict must not be not-found where another row has a reference"
        yield Fault("check/reference", "checks", row, "verdict", NOT_FOUND, message, "take the row out")


def _of_documents(register: Register) -> list[tuple[int, str]]:
    rows = register["observations"]
    documents = register["sources"].loc[lambda sources: sources["kind"].eq("document"), "source_id"]
    chosen = rows["source_id"].isin(documents).to_numpy().nonzero()[0].tolist()
    return [(row, rows["observation_id"].iat[row]) for row in chosen]


@needs("sources", "observations")
def checks_name_their_sides(register: Register) -> Iterator[Fault]:
    """A check holds a document's number against a reference's; only not-found goes without."""
    if register["checks"].empty:
        return
    stated, known = {name for _, name in _of_documents(register)}, set(register["observations"]["observation_id"])
    for row, entry in enumerate(register["checks"].fillna("").to_dict("records")):
        reference, verdict = entry["reference_id"], entry["verdict"]
        if entry["observation_id"] in known - stated:
            message = f"observation_id must be a number of a document, not {quoted(entry['observation_id'])}"
            yield Fault(
                "check/sides", "checks", row, "observation_id", entry["observation_id"], message, "swap the sides"
            )
        if reference in stated:
            message = f"reference_id must be a number of a reference, not {quoted(reference)}, a document's"
            yield Fault("check/sides", "checks", row, "reference_id", reference, message, "name a reference's number")
        if (verdict == NOT_FOUND) == bool(reference):
            must = "be empty where nothing was found" if reference else f"name the reference that makes it {verdict}"
            message = f"reference_id must {must}"
            yield Fault(
                "check/reference", "checks", row, "reference_id", reference, message, "correct verdict or reference"
            )


@needs("observations", "indicators", "units")
def verdicts_hold(register: Register) -> Iterator[Fault]:
    """No verdict says what the quantities, their periods or their intervals refute."""
    rows = register["checks"].fillna("").to_dict("records")
    if not rows:
        return
    known = quantities.stated(register) | quantities.derived_quantities(register)
    table = units.of(register["units"])
    for row, entry in enumerate(rows):
        stated, reference = known.get(entry["observation_id"]), known.get(entry["reference_id"])
        if stated and reference and not (stated.misread or reference.misread):
            problem = _refuted(entry["verdict"], compare(stated, reference, table))
            if problem:
                said = " against ".join(f"{quoted(one.said)} ({_value(one)})" for one in (stated, reference))
                message = f"verdict must not be {entry['verdict']}, for {problem}: {said}"
                yield Fault("check/verdict", "checks", row, "verdict", entry["verdict"], message, "read both again")


def _value(quantity: Quantity) -> str:
    return f"{plain(quantity.amount.value)} {quantity.unit_id}"


def compare(stated: Quantity, reference: Quantity, table: Mapping[str, units.Unit]) -> Pair:
    """What can be said of a document's number beside a reference's without reading either's words."""
    same = (stated.indicator_id, stated.area_id) == (reference.indicator_id, reference.area_id)
    left, right = stated.amount, _in_unit_of(stated, reference, table)
    meets = None if right is None else amounts.can_meet(left, right)
    exact = right is not None and {left.qualifier, right.qualifier} == {"exact"}
    same_time = _span(stated) == _span(reference) and _to_date(stated) == _to_date(reference)
    return Pair(same, _timely(stated, reference), same_time, meets, exact)


def _in_unit_of(stated: Quantity, reference: Quantity, table: Mapping[str, units.Unit]) -> Amount | None:
    try:
        return accounts.in_unit(reference, table, table[stated.unit_id])
    except (KeyError, ValueError):
        return None


def _timely(stated: Quantity, reference: Quantity) -> bool | None:
    """Whether the periods fit: equal, or a year to date beside a part of that year that starts with it."""
    left, right = _span(stated), _span(reference)
    if left is None or right is None:
        return None
    if _to_date(stated) and not _to_date(reference):
        return left[0] == right[0] and right[1] < left[1]
    return left == right


def _to_date(quantity: Quantity) -> bool:
    return quantity.period_basis == accounts.TO_DATE


def _span(quantity: Quantity) -> tuple[date, date] | None:
    try:
        span = periods.span(quantity.period) if quantity.period else None
    except periods.Unreadable:
        return None
    return (span.first, span.last) if span else None


def _refuted(verdict: str, pair: Pair) -> str:
    """Why a verdict can't stand, or nothing."""
    match verdict:
        case "corroborated" if not pair.same_quantity:
            return "they are not of one indicator and area"
        case "corroborated" if pair.timely is False:
            return "they are not of one time"
        case "corroborated" if pair.meets is False:
            return "no number is within both"
        case "contradicted" if not pair.same_quantity:
            return "they are not of one indicator and area"
        case "contradicted" if not pair.timely:
            return "they are not known to be of one time"
        case "contradicted" if pair.meets:
            return "a number can be within both"
        case "other-scope" if pair.same_quantity:
            return "they are of one indicator and area"
        case "other-period" if pair.same_time:
            return "their periods don't differ"
        case "contested" if pair.same_quantity and pair.timely and pair.meets and pair.exact:
            return "both are exact, of one quantity and time, and agree"
    return ""

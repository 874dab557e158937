"""Rules on conflicts: accounts and datings that cannot both be true are registered, and what is registered still is."""

from __future__ import annotations

from collections.abc import Iterator

from validation.files.schemas import TABLES
from validation.findings import Fault
from validation.language import periods
from validation.model import accounts, clashes, events
from validation.model.accounts import Conflict
from validation.model.clashes import Pair
from validation.model.events import Dating
from validation.model.observations import Observation
from validation.model.register import Register
from validation.rules.key import SHARED_IDS
from validation.rules.rule import Rule, needs, rows_where, told
from validation.rules.unit import converts
from validation.vocabulary import (
    CONFLICT,
    DISPUTED,
    DOUBT,
    MATCHED,
    NOT_FOUND,
    OTHER_PERIOD,
    OTHER_SCOPE,
    SCOPE,
    VERDICTS,
)

RULES = (
    Rule(
        "conflict/unlisted",
        "Accounts that cannot both be true are registered.",
        "over 600 here, 282 there",
        tables=(*SHARED_IDS, "conflicts"),
    ),
    Rule("conflict/none", "A listed conflict still is one.", "a conflict after a correction", tables=("conflicts",)),
    Rule(
        "conflict/pair",
        "A conflict names two numbers of one kind, or two datings of one event, once.",
        "left_id equals right_id",
        tables=("conflicts",),
    ),
    Rule(
        "conflict/check",
        "What is said of two accounts in conflicts and in checks agrees.",
        "a conflict, where the check says matched",
        tables=("conflicts",),
    ),
)

# By what is said of two accounts the verdicts that a check of them may have.
_GOES_WITH = {
    CONFLICT: (DISPUTED,),
    SCOPE: (OTHER_SCOPE, OTHER_PERIOD),
    DOUBT: tuple(verdict for verdict in VERDICTS if verdict not in (MATCHED, NOT_FOUND)),
}


@needs("conflicts")
def clashes_are_registered(register: Register) -> Iterator[Fault]:
    """Accounts that cannot both be true have a row in conflicts.csv."""
    for left, right in clashes.unlisted_numbers(register):
        sides = ((name, register.number(name)) for name in (left, right))
        both = " and ".join(f"{told(number)} ({name})" for name, number in sides if number)
        hint = "add a row to conflicts.csv that says so, or correct a row"
        yield _unlisted(register, right, f"{both} cannot both be true", hint)


@needs("conflicts", "errata")
def datings_that_clash_are_registered(register: Register) -> Iterator[Fault]:
    """Datings of one event that share no day have a row in conflicts.csv, or an erratum for one of them."""
    for left, right in clashes.unlisted_datings(register):
        what = f"{left} and {right} date one event to times that share no day"
        yield _unlisted(register, right, what, "add a row to conflicts.csv, or an erratum")


def _unlisted(register: Register, right: str, what: str, hint: str) -> Fault:
    message = f"a conflict must be registered: {what}"
    return Fault("conflict/unlisted", *_place(register, right), right, message, hint)


def _place(register: Register, name: str) -> tuple[str, int | None, str]:
    """The table, the row and the column of an account's id."""
    for table in SHARED_IDS:
        key = TABLES[table].key[0]
        if found := rows_where(register[table][key].eq(name)):
            return table, found[0], key
    return "conflicts", None, ""


@needs("observations", "mentions", "derivations", "indicators", "units")
def conflicts_are_still_conflicts(register: Register) -> Iterator[Fault]:
    """A row with verdict conflict names accounts of one quantity, or datings of one event, that cannot both be true."""
    listed = accounts.conflicts(register)
    if not listed:
        return
    clashing, misdated = _clashing_numbers(register) | clashes.of_datings(register), _misdated(register)
    for row, conflict in enumerate(listed):
        stands = conflict.verdict != CONFLICT or conflict.pair in clashing
        if not stands and _can_be_judged(register, conflict, misdated):
            message = "verdict must not be conflict: the two can both be true, or are not of one quantity and time"
            hint = "write doubt or scope, or take the row out"
            yield Fault("conflict/none", "conflicts", row, "verdict", CONFLICT, message, hint)


def _can_be_judged(register: Register, conflict: Conflict, misdated: set[str]) -> bool:
    """Whether both accounts are there and can be read; that one isn't is a finding already."""
    numbers, datings = _sides(register, conflict)
    sound = {number.id for number in numbers if not number.misread} | {dating.id for dating in datings}
    return len(conflict.pair) == 2 and conflict.pair <= sound - misdated


def _sides(register: Register, conflict: Conflict) -> tuple[list[Observation], list[Dating]]:
    """The accounts of a conflict: those that are numbers, those that are datings."""
    names = (conflict.left_id, conflict.right_id)
    numbers = [number for name in names if (number := register.number(name))]
    return numbers, [dating for name in names if (dating := events.datings(register).get(name))]


def _misdated(register: Register) -> set[str]:
    """The ids of rows whose period can't be read."""
    found: set[str] = set()
    for table in SHARED_IDS:
        rows = register[table]
        unreadable = [edtf for edtf in rows["period"].dropna().unique().tolist() if not periods.known(edtf)]
        found.update(rows.loc[rows["period"].isin(unreadable), TABLES[table].key[0]].dropna())
    return found


def _clashing_numbers(register: Register) -> set[Pair]:
    return {frozenset(pair) for group in accounts.groups(register) for pair in group.clashes}


def pairs_can_be_held_together(register: Register) -> Iterator[Fault]:
    """A conflict names two numbers whose units convert, or two datings of one event."""
    for row, conflict in enumerate(accounts.conflicts(register)):
        must, hint = _unfit(register, conflict)
        if must:
            yield _pair_fault(row, conflict, must, hint)


def _unfit(register: Register, conflict: Conflict) -> tuple[str, str]:
    """What the other account must be, and what to do; "" where the two can be held together, or can't be read."""
    if conflict.left_id == conflict.right_id:
        return "be another account than left_id", "name the other account"
    numbers, datings = _sides(register, conflict)
    if numbers and datings:
        return "be a number where left_id is one, a dating where it is", "name the other account"
    if len(datings) == 2 and datings[0].event_id != datings[1].event_id:
        return f"date {datings[0].event_id}, as left_id does", "name a mention of that event"
    if len(numbers) == 2 and not converts(numbers[0].unit, numbers[1].unit, register.units):
        left, right = (number.unit.unit_id for number in numbers)
        must = f"be in a unit that converts to {left}, left_id's, and {right} does not"
        return must, "name an account of the same quantity"
    return "", ""


def pairs_are_listed_once(register: Register) -> Iterator[Fault]:
    """No two rows name the same two accounts."""
    first: dict[Pair, int] = {}
    for row, conflict in enumerate(accounts.conflicts(register)):
        if first.setdefault(conflict.pair, row) != row:
            line = register.tables["conflicts"].lines[first[conflict.pair]]
            yield _pair_fault(row, conflict, f"make another pair than line {line} has", "take one of the rows out")


def _pair_fault(row: int, conflict: Conflict, must: str, hint: str) -> Fault:
    return Fault("conflict/pair", "conflicts", row, "right_id", conflict.right_id, f"right_id must {must}", hint)


@needs("checks")
def conflicts_agree_with_checks(register: Register) -> Iterator[Fault]:
    """Two accounts that a check holds against one another have a verdict there that goes with the one here."""
    checked = {
        frozenset((one["observation_id"], one["reference_id"])): (row, one["verdict"])
        for row, one in enumerate(register.cells("checks"))
    }
    for row, conflict in enumerate(accounts.conflicts(register)):
        at, verdict = checked.get(conflict.pair, (0, ""))
        fitting = _GOES_WITH.get(conflict.verdict, ())
        if verdict in VERDICTS and fitting and verdict not in fitting:
            line = register.tables["checks"].lines[at]
            message = (
                f"verdict must agree with line {line} of checks.csv, where the two are {verdict}, "
                f"and {conflict.verdict} goes with {' or '.join(fitting)}"
            )
            hint = "read both again and correct one of the verdicts"
            yield Fault("conflict/check", "conflicts", row, "verdict", conflict.verdict, message, hint)

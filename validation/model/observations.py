"""The register's numbers as amounts: what each observation states and each derivation computes, with its bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pandas as pd

from validation.language import printed, qualifiers
from validation.language.printed import Reading
from validation.model.register import Register
from validation.quantities import amounts, formulas, units
from validation.quantities.amounts import Amount
from validation.quantities.formulas import Result
from validation.rules import printed as statements


class Unknown(ValueError):
    """A formula names what is no quantity: no observation, or one that can't be read."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is no observation")
        self.name = name


@dataclass(frozen=True)
class Quantity:
    """One stated number: what it is of, when, and how much. `said` has the source's own words with the qualifier.

    `misread` says that the value is not what is printed, so that nothing can be held against it.
    """

    id: str
    indicator_id: str
    area_id: str
    period: str
    period_basis: str
    unit_id: str
    source_id: str
    amount: Amount
    said: str
    misread: bool = False


def stated(register: Register, chosen: pd.DataFrame | None = None) -> dict[str, Quantity]:
    """The observations (or the chosen ones) as quantities, by id; rows whose value can't be read are left out."""
    rows = register["observations"] if chosen is None else chosen
    rows = rows.fillna({"period": "", "printed": "", "quote": "", "period_basis": ""})
    discrete = _counts(register["indicators"])
    quantities = {}
    for row in rows[rows["value"].notna()].to_dict("records"):
        amount = _amount(row, discrete=row["indicator_id"] in discrete)
        if amount:
            said = _said(row)
            named = {
                name: row[name]
                for name in ("indicator_id", "area_id", "period", "period_basis", "unit_id", "source_id")
            }
            named |= {"amount": amount, "said": said, "misread": _misread(row)}
            quantities[row["observation_id"]] = Quantity(row["observation_id"], **named)
    return quantities


def _said(row: Mapping[str, str]) -> str:
    """The source's own words where they are quoted, else the value with the word of its qualifier."""
    if row["printed"]:
        return qualifiers.as_said(row["quote"], row["printed"])
    word = qualifiers.WORDS[row["qualifier"]].before[0] if row["qualifier"] in qualifiers.WORDS else ""
    return f"{word} {row['value']}".strip()


def _counts(indicators: pd.DataFrame) -> set[str]:
    """Indicators that count things one by one: their numbers are not rounded unless they end in zeros."""
    return set(indicators.loc[indicators["measure"].eq("count"), "indicator_id"])


def _amount(row: Mapping[str, str], *, discrete: bool) -> Amount | None:
    try:
        return amounts.stated(Decimal(row["value"]), row["qualifier"], reading_of(row["printed"]), discrete=discrete)
    except (ArithmeticError, ValueError):
        return None


def _misread(row: Mapping[str, str]) -> bool:
    reading = reading_of(row["printed"])
    return reading is not None and row["value"] != statements.plain(statements.stated_value(reading, row["unit_id"]))


def reading_of(text: str) -> Reading | None:
    """What a printed number says, or None where there is none or it can't be read."""
    try:
        return printed.read(text) if text else None
    except printed.Unreadable:
        return None


def derived(register: Register) -> dict[str, Result]:
    """What each derivation computes, by id; one that can't be computed is left out (a rule reports it)."""
    results = {}
    for row, outcome in evaluations(register):
        if isinstance(outcome, Result):
            results[row["derivation_id"]] = outcome
    return results


@lru_cache(maxsize=1)
def evaluations(register: Register) -> list[tuple[dict[str, str], Result | Exception]]:
    """Each derivation's row with its result, or with why there is none; worked out once, as many rules need it."""
    rows = register["derivations"].fillna("").to_dict("records")
    observations = register["observations"]
    named = {name for row in rows for name in formulas.references(row["formula"])}
    known = stated(register, observations[observations["observation_id"].isin(named)])
    table = units.of(register["units"])
    return [(row, _outcome(row, known, table)) for row in rows]


def _outcome(
    row: Mapping[str, str], known: Mapping[str, Quantity], table: Mapping[str, units.Unit]
) -> Result | Exception:
    try:
        return compute(row, known, table)
    except (ValueError, ArithmeticError, KeyError) as error:
        return error


def compute(row: Mapping[str, str], known: Mapping[str, Quantity], table: Mapping[str, units.Unit]) -> Result:
    """One derivation's result with its steps. Raises `ValueError` (malformed formula, wrong dimension, unknown id)."""
    names = formulas.references(row["formula"])
    unknown = [name for name in names if name not in known]
    if unknown:
        raise Unknown(unknown[0])
    used = {name: known[name].amount for name in names}
    unit_of = {name: table[known[name].unit_id] for name in names}
    return formulas.evaluate(formulas.parse(row["formula"]), used, unit_of, table[row["unit_id"]], table)


def derived_quantities(register: Register) -> dict[str, Quantity]:
    """The derivations as quantities, to stand beside what sources state; `said` is left to whoever shows them."""
    results = derived(register)
    rows = register["derivations"].fillna("")
    return {
        row["derivation_id"]: Quantity(
            row["derivation_id"], row["indicator_id"], row["area_id"], row["period"], "derived", row["unit_id"], "",
            results[row["derivation_id"]].amount, row["formula"],
        )
        for row in rows.to_dict("records")
        if row["derivation_id"] in results
    }  # fmt: skip

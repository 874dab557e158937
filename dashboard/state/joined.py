"""Every number with all that is known of it in one row: what charts draw, pages show and downloads carry."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from dashboard.charts import numbers as written
from validation.files.passages import outcome
from validation.language.qualifiers import WORDS
from validation.model import observations as quantities
from validation.model.observations import Quantity
from validation.model.register import Register
from validation.quantities import amounts
from validation.quantities.amounts import Amount

COLUMNS = (
    *(
        "observation_id",
        "indicator_id",
        "indicator",
        "chart_id",
        "topic",
        "measure",
        "change_of",
        "area_id",
        "area",
    ),
    *(
        "period",
        "period_basis",
        "period_note",
        "printed",
        "said",
        "value",
        "upper_value",
        "unit_id",
        "unit",
        "symbol",
    ),
    *("qualifier", "low", "low_open", "high", "high_open", "bounds_from", "rounded_low", "rounded_high"),
    *(
        "rounding_assumed",
        "approximate",
        "attribution",
        "status",
        "source_id",
        "source_kind",
        "source",
        "author",
    ),
    *("publisher", "published", "url", "locator", "quote", "start", "end", "sha256", "evidence", "note"),
)
# A bound that the source's word sets, against one that follows from how many digits it printed.
READABLE_DIGITS = 5
STATED_BOUNDS = ("over", "at-least", "nearly", "under", "at-most", "range")


def observations(register: Register) -> pd.DataFrame:
    """One row per observation, columns `COLUMNS`, in the order of the table."""
    rows = _named(register, register["observations"])
    sources = register["sources"].rename(columns={"title": "source", "kind": "source_kind"})
    about = sources[["source_id", "source_kind", "source", "author", "publisher", "published", "url", "sha256"]]
    rows = rows.merge(about, on="source_id", how="left")
    known = quantities.stated(register)
    numbers = pd.DataFrame(
        [_stated(known[row["observation_id"]], row) for row in rows.to_dict("records")], index=rows.index
    )
    rows["evidence"] = [_evidence(register, row) for row in rows.to_dict("records")]
    return rows.drop(columns=["value"]).join(numbers)[list(COLUMNS)]


def derivations(register: Register) -> pd.DataFrame:
    """One row per derivation that can be computed, with the same columns; `said` is made from the result."""
    results = quantities.derived_quantities(register)
    table = register["derivations"]
    rows = _named(
        register,
        table[table["derivation_id"].isin(results)].rename(columns={"derivation_id": "observation_id"}),
    )
    numbers = pd.DataFrame(
        [
            _numbers(results[row["observation_id"]]) | _in_words(results[row["observation_id"]], row["symbol"])
            for row in rows.to_dict("records")
        ],
        index=rows.index,
    )
    rows = rows.assign(source_kind="derived", source="Computed", period_basis="derived", status="E", evidence="derived")
    return rows.join(numbers).reindex(columns=COLUMNS)


def _named(register: Register, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the names of their indicator, chart, area and unit."""
    indicators = register["indicators"].rename(columns={"name": "indicator"})
    charts = register["charts"][["chart_id", "topic"]]
    areas = register["areas"].rename(columns={"name": "area"})[["area_id", "area"]]
    units = register["units"].rename(columns={"name": "unit"})[["unit_id", "unit", "symbol"]]
    rows = rows.merge(
        indicators[["indicator_id", "indicator", "chart_id", "measure", "change_of"]],
        on="indicator_id",
        how="left",
    )
    return (
        rows.merge(charts, on="chart_id", how="left")
        .merge(areas, on="area_id", how="left")
        .merge(units, on="unit_id", how="left")
    )


def _stated(quantity: Quantity, row: dict) -> dict[str, object]:
    """The numbers of an observation; where its source isn't quoted, `said` is written out by us."""
    said = {} if isinstance(row["printed"], str) else {"said": _written(quantity, row["symbol"])}
    return _numbers(quantity) | said


def _numbers(quantity: Quantity) -> dict[str, object]:
    amount = quantity.amount
    reading_end = amount.high if amount.qualifier == "range" else None
    return {
        "said": quantity.said,
        "value": float(amount.value),
        "upper_value": _float(reading_end),
        "low": _float(amount.low),
        "low_open": amount.low_open,
        "high": _float(amount.high),
        "high_open": amount.high_open,
        "bounds_from": _bounds_from(amount),
        "rounded_low": float(amount.rounded_low),
        "rounded_high": float(amount.rounded_high),
        "rounding_assumed": amount.assumed,
        "approximate": amount.approximate,
    }


def _written(quantity: Quantity, symbol: object) -> str:
    """A number that isn't quoted, with the word of its qualifier; a long one cut to what people can read."""
    value = float(quantity.amount.value)
    digits = READABLE_DIGITS if abs(value) >= 1e6 else None
    word = WORDS[quantity.amount.qualifier].before[0] if quantity.amount.qualifier in WORDS else ""
    return f"{word} {written.amount(value, symbol if isinstance(symbol, str) else '', digits)}".strip()


def _in_words(quantity: Quantity, symbol: object) -> dict[str, str]:
    """A computed number in the vocabulary of printed ones: "about 5,000", "under about 400,000 km²"."""
    unit = symbol if isinstance(symbol, str) else ""
    words = amounts.words(quantity.amount, lambda value: written.amount(float(value), unit))
    return {"said": words, "qualifier": quantity.amount.qualifier}


def _float(bound: Decimal | None) -> float:
    return float("nan") if bound is None else float(bound)


def _bounds_from(amount: Amount) -> str:
    if amount.low is None and amount.high is None:
        return "none"
    return "stated" if amount.qualifier in STATED_BOUNDS else "rounding"


def _evidence(register: Register, row: dict) -> str:
    """What became of the row's passage; unverified where its document isn't here."""
    if row["source_kind"] == "reference":
        return "reference"
    document = register.documents.get(row["source_id"])
    if document is None:
        return "unverified"
    return outcome(document, int(row["start"]), int(row["end"]), row["quote"], row["printed"]).kind

"""What leaves beside the tables: numbers.csv, which joins them, and the derivations with their results, by column.

How a cell is made is said in `validation.model.rows`, under the same names.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandera.pandas as pa

from validation import vocabulary as codes
from validation.files.columns import SLUG, code, country, flag, matching, number, offset, period, sha256, slug, text
from validation.files.schemas import TableSpec

# A day of any era, unlike those that a cell of the tables holds.
_DAY = r"-?[0-9]{4,}-[0-9]{2}-[0-9]{2}"
_RATIO = r"-?[0-9]+(\.[0-9]+)?(/[1-9][0-9]*)?"
_CHECK = rf"[a-z-]+(:{SLUG})?"
_CHECKS = rf"{_CHECK}( {_CHECK})*"


_NUMBERS: Mapping[str, pa.Column] = {
    "number_id": slug("The number's id: an observation_id, or of what is calculated a derivation_id."),
    "origin": code("`stated`: a source states it; `calculated`: it was calculated here.", tuple(codes.ORIGINS)),
    "formula": text(
        "Of what is calculated: ids of numbers in brackets, numbers, + - * / and parentheses.", required=False
    ),
    "indicator_id": slug("What is measured."),
    "indicator": text("Its name."),
    "definition": text("What exactly is counted or measured."),
    "chart_id": slug("The chart it is drawn in."),
    "topic": text("The topic under which it stands."),
    "measure": code("What kind of number it is.", tuple(codes.MEASURES)),
    "change_of": slug("Of a change: the indicator of the level that changes.", required=False),
    "area_id": slug("Whose number it is.", required=False),
    "area": text("The area's name.", required=False),
    "iso_3166": country("ISO 3166-1 alpha-2 code of a country."),
    "period": period("The time the number is about, in EDTF; empty: not known."),
    "period_start": matching("The first day of that time; years before the era as EDTF has them.", _DAY, "a day"),
    "period_end": matching("Its last day; empty for a year to date, whose end isn't known.", _DAY, "a day"),
    "period_basis": code(
        "How the period is known; `to-date`: the year up to the time of writing.",
        (*codes.BASES, codes.CALCULATED.code),
    ),
    "period_note": text("What the period rests on.", required=False),
    "printed": text(
        "The number as the source prints it; empty: how it prints it is not known, or it is calculated.", required=False
    ),
    "said": text("The number in words with what qualifies it: the source's own where it is `printed`, ours else."),
    "value": number(
        "The number in `unit_id`, not to be read without `qualifier`. Of a fraction to four places, of a range the "
        "lower end, of what is calculated in as many digits as its rounding supports."
    ),
    "upper_value": number("Of a range: its upper end.", required=False),
    "exact_value": matching(
        "The number itself, in all its digits or as a fraction: 100/3.", _RATIO, "a number", required=True
    ),
    "unit_id": slug("The unit the source uses."),
    "unit": text("The unit's name in the plural."),
    "symbol": text("What stands beside a number, such as % or km².", required=False),
    "qualifier": code("What words make of the number; a range has `upper_value`.", tuple(codes.QUALIFIERS)),
    "low": number("The lower bound that words or a range set; empty: none.", required=False),
    "low_open": flag("Whether that bound itself is not included."),
    "high": number("The upper bound that words or a range set; empty: none.", required=False),
    "high_open": flag("Whether that bound itself is not included."),
    "bounds_from": code("What sets the bounds.", tuple(codes.BOUNDS)),
    "rounded_low": number("What the number may be rounded from, at the least: it follows from the digits printed."),
    "rounded_high": number("The same at the most."),
    "rounding_from": code(
        "What that follows from; `zeros`: the zeros that it ends in are taken for rounding, which is an assumption.",
        tuple(codes.ROUNDINGS),
    ),
    "approximate": flag("Whether the number, or one it is calculated from, is about.", required=True),
    "attribution": text("Whom the source names for the number.", required=False),
    "status": code(
        "SDMX observation status: A normal, E estimate, F forecast or plan, U unverified report.", tuple(codes.STATUSES)
    ),
    "verdict": code("What holding it against references comes to.", tuple(codes.VERDICTS), required=False),
    "checks": matching(
        "Each check: its verdict and, behind a colon, the reference's number_id.", rf"{_CHECK}( {_CHECK})*", "checks"
    ),
    "accounts": code(
        "The gravest verdict on it beside other accounts of the same quantity; empty: none.",
        tuple(codes.CONFLICT_VERDICTS),
        required=False,
    ),
    "erratum": flag(
        "Whether errata.csv says that the source has it wrong, or a number that it is calculated from.", required=True
    ),
    "source_id": slug("The source; of what is calculated the one that all its parts have in common.", required=False),
    "source_kind": code(
        "`document`: a text that was read; `reference`: a public statistic.", tuple(codes.SOURCE_KINDS), required=False
    ),
    "source_short_name": text("What the source is called in short.", required=False),
    "source": text("Its title.", required=False),
    "author": text("Its authors, separated by semicolons.", required=False),
    "author_kind": code("Whether they are people.", tuple(codes.AUTHOR_KINDS), required=False),
    "publisher": text("Who published it.", required=False),
    "published": period("When it was published, in EDTF."),
    "url": text("Its address.", required=False),
    "license": text(
        "The terms of the source, where they are known; of what is calculated those of all its parts.", required=False
    ),
    "locator": text("Where in its source the number stands: a reference's table, a document's page.", required=False),
    "quote": text("The exact words around the number.", required=False),
    "start": offset("Where the quote starts in the document's text, in Unicode code points from 0.", required=False),
    "end": offset("Where the quote ends, exclusive.", required=False),
    "sha256": sha256("SHA-256 of the document that the offsets hold for."),
    "evidence": code("What became of the passage, where it was looked for; not in the package.", tuple(codes.EVIDENCE)),
    "note": text("What else should be known.", required=False),
    "data_version": text("The version of the data: the same for the same tables."),
}

_RESULT = (
    *("indicator_id", "area_id", "period", "formula", "unit_id", "said", "value", "upper_value", "exact_value"),
    *("qualifier", "low", "low_open", "high", "high_open", "rounded_low", "rounded_high", "approximate"),
    *("source_id", "license", "note", "data_version"),
)


_LINKS: Mapping[str, tuple[str, ...]] = {
    "indicator_id": ("indicators",),
    "chart_id": ("charts",),
    "change_of": ("indicators",),
    "area_id": ("areas",),
    "unit_id": ("units",),
    "source_id": ("sources",),
}


def _spec(title: str, columns: Mapping[str, pa.Column], key: str) -> TableSpec:
    links = {name: tables for name, tables in _LINKS.items() if name in columns}
    return TableSpec(title, (key,), links, pa.DataFrameSchema(dict(columns), description=title))


NUMBERS = _spec(
    "Every number, stated and calculated, with all that is known of it: the tables joined.", _NUMBERS, "number_id"
)

RESULTS = _spec(
    "The derivations with what they come to.",
    {"derivation_id": slug("The derivation's id.")} | {name: _NUMBERS[name] for name in _RESULT},
    "derivation_id",
)

EXPORTS: Mapping[str, TableSpec] = {"numbers": NUMBERS, "derivations": RESULTS}
"""By the name of the file, without its suffix."""

# Whether a passage was found depends on which documents were there: the package is the same without them.
PACKED: Mapping[str, TableSpec] = {
    "numbers": _spec(NUMBERS.title, {name: one for name, one in _NUMBERS.items() if name != "evidence"}, "number_id"),
    "derivations": RESULTS,
}
"""The same as the data package holds them; its verify.py tells what became of the passages."""

COVERAGE: Mapping[str, pa.Column] = {
    "numerals": offset("How many numerals the article has."),
    "recorded": offset("How many of them are part of a number or of a date."),
    "excluded": offset("How many are neither, for a reason that exclusions.csv gives."),
    "unaccounted": offset("How many nothing is said of."),
    "digits_only": flag("Whether of its language only numerals in digits are read.", required=True),
}
"""What became of a document's numerals, where its text is here; it leaves as JSON alone."""

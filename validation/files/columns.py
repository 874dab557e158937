"""The kinds of column a table can have: each a pandera column that carries its own Table Schema constraints."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pandas as pd
import pandera.pandas as pa

from validation.language import periods

LONGEST_TEXT = 4_000
# A slug is address, file name and DOM id at once, so it keeps to what all three allow.
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
NUMBER = r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,20})?"
# As far as floating point counts without gaps.
INTEGER = r"0|[1-9][0-9]{0,14}"
SHA256 = r"[0-9a-f]{64}"
URL = r"https?://[^\s/$.?#][^\s]*"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
LANGUAGE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
COUNTRY = r"[A-Z]{2}"

AT_ONCE = 100_000
"""So many texts of a column are held against its pattern at once."""

Strange = Callable[[Sequence[str]], list[str]]
"""Which of some texts are not as they must be."""


def text(description: str, *, required: bool = True) -> pa.Column:
    """Free text: no space at either end."""
    rule = _rule("schema/text", rf"[^\s](.{{0,{LONGEST_TEXT - 2}}}[^\s])?", "text without space at its ends")
    return _column(description, [rule], "string", {}, required=required)


def slug(description: str, *, required: bool = True) -> pa.Column:
    """An id: lower-case words joined by hyphens."""
    return _pattern(description, SLUG, "schema/slug", "lower-case words joined by hyphens", required=required)


def address(description: str) -> pa.Column:
    """An address on the web."""
    return _pattern(description, URL, "schema/url", "an http or https address")


def language(description: str) -> pa.Column:
    """A language as a BCP 47 tag."""
    return _pattern(description, LANGUAGE, "schema/language", "a language tag such as en or pt-BR")


def sha256(description: str) -> pa.Column:
    """A checksum of a file's bytes."""
    return _pattern(description, SHA256, "schema/sha256", "64 hexadecimal digits")


def country(description: str) -> pa.Column:
    """A country as ISO 3166-1 alpha-2 has it."""
    return _pattern(description, COUNTRY, "schema/country", "two capital letters")


def number(description: str, *, required: bool = True) -> pa.Column:
    """A plain decimal number, kept as the digits that stand in the file."""
    rule = _rule("schema/number", NUMBER, "a plain number such as 41.3, without separators")
    return _column(description, [rule], "number", {}, required=required)


def flag(description: str, *, required: bool = False) -> pa.Column:
    """Whether something is so."""
    return _column(description, [], "boolean", {}, required=required)


def matching(description: str, regex: str, what: str, *, required: bool = False) -> pa.Column:
    """Text in a form of its own, which `what` says in words."""
    return _pattern(description, regex, "schema/text", what, required=required)


def offset(description: str, *, required: bool = True) -> pa.Column:
    """A whole number from 0."""
    rule = _rule("schema/integer", INTEGER, "a whole number from 0")
    return _column(description, [rule], "integer", {"minimum": 0}, required=required)


def day(description: str, *, required: bool = True) -> pa.Column:
    """A day of the calendar."""
    rule = _check("schema/day", _each(_is_day), "a day such as 2024-05-31")
    return _column(description, [rule], "string", {"pattern": f"^({DAY})$"}, required=required)


def _is_day(value: str) -> bool:
    try:
        return re.fullmatch(DAY, value) is not None and date.fromisoformat(value).year > 0
    except ValueError:
        return False


def code(description: str, allowed: Sequence[str], *, required: bool = True) -> pa.Column:
    """One of a closed list of words."""
    rule = _check("schema/code", _each(frozenset(allowed).__contains__), "one of " + ", ".join(allowed))
    return _column(description, [rule], "string", {"enum": list(allowed)}, required=required)


def period(description: str, *, required: bool = False) -> pa.Column:
    """A date, month, year, decade or interval in EDTF."""
    rule = _check(
        "schema/period", _each(periods.known), "a date that exists, in EDTF: 2023, 2023-06-01, 197X, 1980/1988"
    )
    return _column(description, [rule], "string", {}, required=required)


def _pattern(description: str, regex: str, rule: str, what: str, *, required: bool = False) -> pa.Column:
    """Text in a fixed form, which `what` says in words."""
    return _column(description, [_rule(rule, regex, what)], "string", {"pattern": f"^({regex})$"}, required=required)


def _rule(name: str, regex: str, what: str) -> pa.Check:
    one, lines = re.compile(regex), re.compile(rf"(?:(?:{regex})\n)*+")

    def strange(texts: Sequence[str]) -> list[str]:
        found: list[str] = []
        # As lines of one text ids take a third of the time; a million quotes at once would be as large as their table.
        for some in (texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE)):
            if not lines.fullmatch("\n".join(some) + "\n"):
                found += [text for text in some if not one.fullmatch(text)]
        return found

    return _check(name, strange, what)


def _each(holds: Callable[[str], object]) -> Strange:
    return lambda texts: [text for text in texts if not holds(text)]


def _check(name: str, strange: Strange, what: str) -> pa.Check:
    """A check that looks at each distinct text once, and passes over empty cells by itself.

    That spares pandera from copying each column without them.
    """
    return pa.Check(_all_fit, name=name, error=what, ignore_na=False, strange=strange)


def wrong(check: pa.Check, cells: pd.Series) -> list[str]:
    """The texts of a column that are not as its check says they must be; some of them may stand in no cell."""
    return _wrong(cells, **(check.statistics or {}))


def _all_fit(cells: pd.Series, *, strange: Strange) -> pd.Series:
    return ~cells.isin(_wrong(cells, strange=strange))


def _wrong(cells: pd.Series, *, strange: Strange) -> list[str]:
    # Categories may be of no cell: what is strange of these is found in none.
    repeats = isinstance(cells.dtype, pd.CategoricalDtype)
    return strange((cells.cat.categories if repeats else cells.dropna()).tolist())


def _column(description: str, checks: list[pa.Check], kind: str, constraints: dict, *, required: bool) -> pa.Column:
    if required:
        constraints = {"required": True, **constraints}
    return pa.Column(
        str,
        checks,
        nullable=not required,
        description=description,
        metadata={"type": kind, "constraints": constraints},
    )

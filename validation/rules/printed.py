"""Rules on what a row says its source states: printed number, value, unit and qualifier must agree."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from validation.findings import Fault, quoted
from validation.language import printed as printed_numbers
from validation.language import qualifiers
from validation.language.printed import Reading
from validation.model.register import Register

# A fraction such as "one third" is written as a share with this many places.
FRACTION_PLACES = Decimal("0.0001")
PERCENT = "percent"
# The status of an unverified report.
UNVERIFIED = "U"
# No words that qualify a number are longer than this, with the article that may follow them.
LONGEST_QUALIFIER = 32
# Stands for any number where only the words around it matter.
NUMBER = "\N{REPLACEMENT CHARACTER}"


def numbers_stand_in_quotes(register: Register) -> Iterator[Fault]:
    """`printed` stands exactly once in the quote."""
    for name in ("observations", "mentions"):
        asked = register[name][["printed", "quote"]].dropna()
        pairs = zip(asked.index.tolist(), asked["printed"].tolist(), asked["quote"].tolist(), strict=True)
        for row, printed, count in ((row, printed, quote.count(printed)) for row, printed, quote in pairs):
            if count != 1:
                times = "is not in it" if count == 0 else f"stands {count} times in it"
                message = f"printed must stand once in the quote, but {quoted(printed)} {times}"
                hint = "write the number as the quote has it" if count == 0 else "quote other words"
                yield Fault("evidence/printed", name, row, "printed", printed, message, hint)


def values_are_what_is_printed(register: Register) -> Iterator[Fault]:
    """`value` is what `printed` says, and the printed unit belongs to the row's unit."""
    rows = register["observations"]
    words = _unit_words(register)
    asked = rows[["printed", "value", "unit_id"]].dropna()
    keys = list(zip(*(asked[name].tolist() for name in asked), strict=True))
    # Registers repeat themselves: each combination is looked at once.
    found = ((key, list(_value_problems(*key, words.get(key[2])))) for key in set(keys))
    problems = {key: said for key, said in found if said}
    for row, key in zip(asked.index.tolist(), keys, strict=True) if problems else ():
        for rule, field, value, message, hint in problems.get(key, ()):
            yield Fault(rule, "observations", row, field, value, message, hint)


def _unit_words(register: Register) -> dict[str, tuple[str, frozenset[str]]]:
    """By unit id: its symbol, and the words documents print it with (none: not checked)."""
    units = register["units"].fillna("")
    return {
        unit["unit_id"]: (
            unit["symbol"],
            frozenset(word.casefold() for word in unit["words"].split("|") if word),
        )
        for unit in units.to_dict("records")
    }


def _value_problems(
    printed: str, value: str, unit_id: str, unit: tuple[str, frozenset[str]] | None
) -> Iterator[tuple[str, ...]]:
    try:
        reading = printed_numbers.read(printed)
    except printed_numbers.Unreadable as error:
        hint = "write the number as the document prints it, with its unit, without qualifier"
        yield "printed/number", "printed", printed, f"printed must be a number: {error}", hint
        return
    right = plain(stated_value(reading, unit_id))
    # What a share comes to depends on the unit; one that is missing is the finding of a link.
    if value != right and not (reading.fraction and unit is None):
        yield (
            "printed/value",
            "value",
            value,
            f"value must be {right}, as {quoted(printed)} says, not {value}",
            f"write {right}",
        )
    if unit and not _belongs(reading, unit_id, *unit):
        shown = reading.unit or reading.currency
        message = f"unit_id must be the unit that {quoted(printed)} names, and {quoted(shown)} is no word for {unit_id}"
        yield (
            "printed/unit",
            "unit_id",
            unit_id,
            message,
            "use the unit of that word, or add the word to units.csv",
        )


def stated_value(reading: Reading, unit_id: str) -> Decimal:
    """The value a printed number stands for in the row's unit: "one third" is 33.3333 percent."""
    if not reading.fraction:
        return reading.value
    return (reading.value * (100 if unit_id == PERCENT else 1)).quantize(FRACTION_PLACES)


def plain(value: Decimal) -> str:
    """The digits of a number without exponent and without needless zeros behind the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _belongs(reading: Reading, unit_id: str, symbol: str, words: frozenset[str]) -> bool:
    if not words:
        return True
    if reading.currency and reading.currency.casefold() not in words | {symbol.casefold()}:
        return False
    if reading.fraction and not reading.unit:
        return unit_id == PERCENT
    return not reading.unit or reading.unit.casefold() in words


def qualifiers_agree(register: Register) -> Iterator[Fault]:
    """The qualifier's code is what the words beside the number say, in the document where it is here."""
    asked = register["observations"][["quote", "printed", "qualifier", "source_id"]].dropna()
    columns = (asked[name].tolist() for name in asked)
    for row, quote, printed, code, source_id in zip(asked.index.tolist(), *columns, strict=True):
        before, number, after = quote.partition(printed)
        if document := register.documents.get(source_id):
            before, after = _in_context(document.body, quote, before, after)
        right, word = _said(before[-LONGEST_QUALIFIER:], after[:LONGEST_QUALIFIER])
        if right != code and number and quote.count(printed) == 1:
            where = "quote" if word in quote else "document"
            because = f"as the {where} says {quoted(word)}" if word else "as no word in the quote says otherwise"
            message = f"qualifier must be {right}, {because}, not {code}"
            yield Fault("evidence/qualifier", "observations", row, "qualifier", code, message, f"write {right}")


def unverified_reports_have_their_status(register: Register) -> Iterator[Fault]:
    """What is attributed to a rumor has status U."""
    asked = register["observations"][["attribution", "status"]].dropna()
    asked = asked[asked["status"].ne(UNVERIFIED)]
    for row, attribution, status in zip(asked.index.tolist(), *(asked[name].tolist() for name in asked), strict=True):
        if word := qualifiers.unverified(attribution):
            message = f"status must be {UNVERIFIED}, as attribution says {quoted(word)}, not {status}"
            hint = f"write {UNVERIFIED}, or the attribution without that word"
            yield Fault("status/attribution", "observations", row, "status", status, message, hint)


def _in_context(body: str, quote: str, before: str, after: str) -> tuple[str, str]:
    """What stands around a number, from beyond its quote too: a quote may leave out the words that qualify it."""
    start = body.find(quote)
    if start < 0:
        return before, after
    end = start + len(quote)
    return body[max(start - LONGEST_QUALIFIER, 0) : start] + before, after + body[end : end + LONGEST_QUALIFIER]


@cache
def _said(before: str, after: str) -> tuple[str, str]:
    """The qualifier that these words around a number make; documents repeat them, so each pair is looked at once."""
    return qualifiers.said(f"{before}{NUMBER}{after}", NUMBER)

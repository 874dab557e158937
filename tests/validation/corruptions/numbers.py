"""Numbers that are copied wrongly: digits, qualifiers and units, in the value, as printed and in the quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, by_documents, of_cells
from validation.files.passages import ENOUGH_CONTEXT
from validation.language import qualifiers
from validation.language.printed import read
from validation.language.qualifiers import unverified
from validation.language.written import plain
from validation.model.readings import stated_value

OTHER_WORDS = {
    "one million": "two million",
    "one third": "one fifth",
    "fifty": "sixty",
    "four": "five",
    "seven": "six",
    "ten": "twelve",
    "two": "three",
    "three": "four",
    "a dozen": "two dozen",
    "nineteenth": "eighteenth",
    "twentieth": "nineteenth",
    "Twelve": "Thirteen",
    "seventies": "sixties",
}
FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
# What each qualifier is mistaken for, and the words to say it with.
MISTAKEN = {
    "exact": "about",
    "about": "exact",
    "over": "at-least",
    "at-least": "over",
    "nearly": "about",
    "under": "at-most",
    "at-most": "under",
}


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can go wrong when a number is copied from a document."""
    rows = collection.quoting("observations")
    for row in rows:
        yield _as_printed(row)
    for row in collection.some(rows, 12, "digits"):
        yield from _digits(row)
    for row in rows:
        yield from _qualifier(row)
    for row in collection.some(rows, 10, "units"):
        yield from _unit(collection, row)
    for row in rows:
        yield from _cut(row)
        if unverified(row["attribution"]):
            yield of_cells("unverified-as-normal", row, "status/attribution", status="A")


def changed(text: str) -> str:
    """A text with another number in it: two digits swapped, one digit changed or another word; or as it was."""
    for word, other in OTHER_WORDS.items():
        if re.search(rf"(?<!\w){word}(?!\w)", text):
            return re.sub(rf"(?<!\w){word}(?!\w)", other, text, count=1)
    for pair in re.finditer(r"(?=([1-9])([1-9]))", text):
        if pair[1] != pair[2]:
            return text[: pair.start()] + pair[2] + pair[1] + text[pair.start() + 2 :]
    return re.sub(r"[1-9]", lambda digit: str(int(digit[0]) % 9 + 1), text, count=1)


def value_of(printed: str, unit_id: str) -> str:
    return plain(stated_value(read(printed), unit_id))


def copied_wrongly(row: Row) -> dict[str, str]:
    """The cells of a number that is wrong wherever the row has it."""
    printed = changed(row["printed"])
    quote = row["quote"].replace(row["printed"], printed)
    end = str(int(row["start"]) + len(quote))
    return {"printed": printed, "value": value_of(printed, row["unit_id"]), "quote": quote, "end": end}


def _as_printed(row: Row) -> Corruption:
    """A number that only the document tells from the right one, where the words around it say enough."""
    beside = max(len(words) for words in row["quote"].split(row["printed"]))
    rule = "evidence/number" if beside > ENOUGH_CONTEXT else "evidence/gone"
    return by_documents("number", row, rule, **copied_wrongly(row))


def _digits(row: Row) -> Iterator[Corruption]:
    """A number that is wrong in one of the places where the row has it."""
    printed, quote = row["printed"], row["quote"]
    yield of_cells("value-digits", row, "printed/value", value=changed(row["value"]))
    yield of_cells("value-tenfold", row, "printed/value", value=row["value"].replace(".", "") + "0")
    yield of_cells("printed-digits", row, "evidence/printed", printed=changed(printed))
    yield of_cells("quote-digits", row, "evidence/printed", quote=quote.replace(printed, changed(printed)))
    if printed != printed.translate(FULL_WIDTH):
        wide = printed.translate(FULL_WIDTH)
        yield of_cells("printed-full-width", row, "printed/number", printed=wide, quote=quote.replace(printed, wide))
    word = next(word for word in quote.split() if word not in printed and not _is_number(word))
    yield of_cells("printed-no-number", row, "printed/number", printed=word)


def _qualifier(row: Row) -> Iterator[Corruption]:
    code, word = qualifiers.said(row["quote"], row["printed"])
    yield of_cells(f"{code}-as-{MISTAKEN[code]}", row, "evidence/qualifier", qualifier=MISTAKEN[code])
    if not word or not re.search(rf"{word}\s+(?:an? )?$", row["quote"].partition(row["printed"])[0]):
        return
    for what, other, said in (("dropped", "exact", ""), ("swapped", "at-most", "at most ")):
        quote = re.sub(rf"{word}\s+", said, row["quote"], count=1)
        cells = {"quote": quote, "qualifier": other, "end": str(int(row["start"]) + len(quote))}
        rule = "evidence/number" if said or not row["quote"].startswith(word) else "evidence/qualifier"
        yield by_documents(f"qualifier-{what}", row, rule, **cells)
    number = row["quote"].index(row["printed"])
    shorter = {"quote": row["quote"][number:], "start": str(int(row["start"]) + number), "qualifier": "exact"}
    yield by_documents("qualifier-left-out-of-the-quote", row, "evidence/qualifier", **shorter)


def _unit(collection: Collection, row: Row) -> Iterator[Corruption]:
    """Another unit: one whose word is not printed, and one that the words behind the number belie."""
    reading = read(row["printed"])
    others = [unit for unit in collection.rows("units") if unit["unit_id"] != row["unit_id"] and unit["words"]]
    other = collection.some(others, 1, f"unit of {row.key}")[0]
    rule = "printed/unit" if reading.unit or reading.currency else "unit/dimension"
    yield of_cells(f"unit-{other.key}", row, rule, unit_id=other.key)
    bare = row["printed"].removesuffix(reading.unit).rstrip()
    if reading.unit and read(bare).unit == "" and reading.unit != "%" and not reading.fraction:
        yield of_cells(f"unit-unprinted-{other.key}", row, "printed/unit", printed=bare, unit_id=other.key)


def _cut(row: Row) -> Iterator[Corruption]:
    """A number of which only a part was copied, with the value of that part."""
    printed, unit_id = row["printed"], row["unit_id"]
    words = printed.split()
    parts = {printed[1:], printed[:-1], *(" ".join(words[:count]) for count in range(1, len(words)))}
    for part in sorted(part for part in parts if row["quote"].count(part) == 1 and _is_number(part)):
        if value_of(part, unit_id) != row["value"]:
            what = f"printed-cut-to-{part.replace(' ', '-')}"
            yield of_cells(what, row, "evidence/whole", printed=part, value=value_of(part, unit_id))


def _is_number(text: str) -> bool:
    try:
        read(text)
    except ValueError:
        return False
    return True

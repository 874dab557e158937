"""`read`: the numerals of any text, as the register would read them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from validation.commands.program import VALID, Parser, Unable, say
from validation.files.columns import LANGUAGE
from validation.language import numerals
from validation.language.numerals import Numeral
from validation.language.reading.lexicon import ENGLISH, lexicon
from validation.language.written import plain
from validation.vocabulary import DIGITS_ONLY, EXACT

STANDARD_INPUT = "-"
FORMATS = ("text", "json")


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0, or raises `Unable` where the text can't be read."""
    parser.add_argument("file", nargs="?", default=STANDARD_INPUT, help="a file of text; standard input where it is -")
    parser.add_argument("--language", default=ENGLISH, metavar="TAG", help="the text's, as a BCP 47 tag (default: en)")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="default: text")
    options = parser.parse_args(words)
    if not re.fullmatch(LANGUAGE, options.language):
        raise Unable(f"--language must be a language tag such as en or pt-BR, not {options.language!r}")
    found = numerals.read(_text(options.file), options.language)
    say(as_json(found, options.language) if options.format == "json" else as_text(found, options.language))
    return VALID


def _text(file: str) -> str:
    """The text, every line end as it is. Raises `Unable` where it is no UTF-8."""
    data = sys.stdin.buffer.read() if file == STANDARD_INPUT else Path(file).read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        name = "standard input" if file == STANDARD_INPUT else file
        raise Unable(f"{name} must be UTF-8, but its byte {error.start} is not; save it as UTF-8") from error


def as_json(found: Sequence[Numeral], language: str) -> str:
    """The numerals as one JSON object; numbers are texts, so that every digit stays."""
    digits_only = not lexicon(language).reads_words
    fields = {"language": language, "digits_only": digits_only, "numerals": list(map(_fields, found))}
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def _fields(one: Numeral) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "printed": one.text,
        "kind": one.kind,
        "value": _digits(one.value),
        "upper": _digits(one.upper),
        "qualifier": one.qualifier,
        "unit": one.unit,
        "period": one.period,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def as_text(found: Sequence[Numeral], language: str) -> str:
    """A numeral a line: where it stands, what it is, and what it is worth."""
    lines = [f"{one.start:>7}  {one.kind:<8} {_worth(one):<28} {one.text}\n" for one in found]
    only = "" if lexicon(language).reads_words else f"{language}: {DIGITS_ONLY}, its words are not read\n"
    return "".join(lines) + only


def _worth(one: Numeral) -> str:
    if one.kind != numerals.NUMBER:
        return one.period
    if one.value is None:
        return f"{one.unit}: a scale or a unit" if one.unit else "can't be read whole"
    ends = " to ".join(plain(end) for end in (one.value, one.upper) if end is not None)
    return " ".join(part for part in (one.qualifier if one.qualifier != EXACT else "", ends, one.unit) if part)

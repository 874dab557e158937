"""What the Unicode CLDR, through Babel, knows of how a language writes numbers: separators, scales, months, percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_name

from validation.language.reading.words import CODES, KINDS, WORDS, Separators, Word, coined

# Where the digits of a numbering system begin: CLDR's numberingSystems.xml.
_ZEROS = {
    **{"arab": 0x660, "arabext": 0x6F0, "deva": 0x966, "beng": 0x9E6, "guru": 0xA66, "gujr": 0xAE6, "orya": 0xB66},
    **{"tamldec": 0xBE6, "telu": 0xC66, "knda": 0xCE6, "mlym": 0xD66, "thai": 0xE50, "laoo": 0xED0, "mymr": 0x1040},
}
_FULL_WIDTH = 0xFF10
# Abbreviations in use that CLDR lacks.
_LACKING = {
    "de": {"tsd": 3, "mill": 6, "mia": 9, "mrd": 9, "teur": 3, "billiarden": 15, "trillion": 18, "trillionen": 18},
    "fr": {"mds": 9, "mrd": 9, "mrds": 9, "mio": 6},
    "es": {"mm": 6},
    "it": {"mld": 9},
    "sv": {"tkr": 3, "mkr": 6, "mdkr": 9},
    "zh": {"百": 2, "千": 3, "萬": 4, "百万": 6, "千万": 7, "億": 8, "万亿": 12, "萬億": 12},
    "ja": {"百": 2, "千": 3, "百万": 6, "千万": 7},
    "ko": {"백": 2, "천": 3, "만": 4, "백만": 6, "천만": 7, "억": 8, "조": 12},
    "ar": {"ألف": 3, "آلاف": 3, "مليون": 6, "ملايين": 6, "مليار": 9, "مليارات": 9},
    "hi": {"हजार": 3, "लाख": 5, "करोड़": 7, "अरब": 9},
}
# In these a stop behind a figure makes an ordinal of it.
ORDINAL_STOPS = {
    *("de", "da", "nb", "nn", "no", "fi", "is", "cs", "sk"),
    *("sl", "hr", "sr", "bs", "hu", "tr", "pl", "et", "lv"),
}
# Words of sign: only where they are nothing else, as "moins" of "au moins" is.
_MINUS = {"de": "minus", "sv": "minus", "da": "minus", "nb": "minus", "no": "minus", "pl": "minus", "ru": "минус"}
# What stands behind the year, the month and the day.
_DATED = {"zh": "年 月 日", "ja": "年 月 日", "ko": "년 월 일"}
# Of these currencies documents spell out the name.
_SPELT = ("EUR", "USD", "GBP", "JPY", "CHF", "RUB", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "BRL")


def locale(language: str) -> Locale | None:
    """Babel's locale of a BCP 47 tag, or of the language alone; None where CLDR doesn't know it."""
    for tag in (language, language.split("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    return None


def separators(known: Locale | None) -> Separators:
    """What parts groups and decimals; of an unknown language nothing does, and what may is not read."""
    if known is None:
        return Separators("\0", "\0")
    symbols = known.number_symbols["latn"]
    return Separators(symbols["group"], symbols["decimal"])


def digits(known: Locale | None) -> str:
    """The digits that the language has beside 0 to 9."""
    if known is None:
        return ""
    systems = {known.default_numbering_system, known.other_numbering_systems.get("native", "")}
    starts = sorted(_ZEROS[system] for system in systems & _ZEROS.keys())
    starts += [_FULL_WIDTH] if known.language in _DATED else []
    return "".join(chr(start + digit) for start in starts for digit in range(10))


def words(known: Locale | None) -> Iterator[tuple[str, Word]]:
    """Signs, codes and units, which are the same everywhere, and what CLDR has of the language."""
    for kind, shared in WORDS.items():
        yield from ((word, Word(KINDS[kind])) for word in shared.split() if kind == "units" or not word.isalpha())
    yield from ((code, Word(KINDS["code"])) for code in CODES.split() if code.isupper())
    if known:
        yield from ((coin, Word(KINDS["abbreviation"], value)) for coin, value in coined("€£$").items())
        yield from ((word, Word(KINDS["negative"])) for word in _MINUS.get(known.language, "").split())
        dated = zip(("annual", "monthly", "daily"), _DATED.get(known.language, "").split(), strict=False)
        yield from ((word, Word(KINDS[kind])) for kind, word in dated)
        yield from _percents(known)
        yield from _currencies(known)
        yield from _months(known)
        yield from _joints(known)
        yield from _quarters(known)
        yield from _scales(known)


def _has_letters(word: str) -> bool:
    return any(sign.isalpha() for sign in word)


def _scales(known: Locale) -> Iterator[tuple[str, Word]]:
    powers = dict(_LACKING.get(known.language, {}))
    for length in ("short", "long"):
        for forms in known.compact_decimal_formats[length].values():
            for thousands, pattern in forms.items():
                shown = str(pattern.pattern).replace("'", "").replace("\u00a0", " ")
                zeros = shown.count("0")
                name = shown.lstrip("0").strip().rstrip(".\u0970")
                # A pattern without a digit ("mille") is no scale, one of two words ("10 mil M") two scales.
                if zeros and name and " " not in name:
                    powers[name if len(name) == 1 else name.lower()] = len(str(thousands)) - zeros
    yield from ((name, Word(KINDS["abbreviation"], 10**power)) for name, power in powers.items())


def _percents(known: Locale) -> Iterator[tuple[str, Word]]:
    names = {*known.unit_display_names.get("concentr-percent", {}).values()}
    for name in names:
        spelt = name.lower().split()
        if len(spelt) == 2:
            yield spelt[0], Word(KINDS["per"])
            yield spelt[1], Word(KINDS["cent"])
        elif len(spelt) == 1 and _has_letters(name):
            yield spelt[0], Word(KINDS["percent"])


def _currencies(known: Locale) -> Iterator[tuple[str, Word]]:
    for code in _SPELT:
        for count in (1, 2, 5):
            name = get_currency_name(code, count, known).lower()
            if re.fullmatch(r"[^\W\d_]+", name):
                yield name, Word(KINDS["money"])


def _months(known: Locale) -> Iterator[tuple[str, Word]]:
    for form in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in known.months[form][width].items():
                if re.fullmatch(r"[^\s\d_.]{2,}\.?", name):
                    yield name.rstrip(".").lower(), Word(KINDS["month"], number)


def _joints(known: Locale) -> Iterator[tuple[str, Word]]:
    """The words within dates: "12 de octubre de 1992"."""
    for width in ("long", "medium"):
        for literal in re.findall(r"'([^']+)'", known.date_formats[width].pattern):
            yield from ((word, Word(KINDS["of"])) for word in literal.split() if word.isalpha())


def _quarters(known: Locale) -> Iterator[tuple[str, Word]]:
    """The word for a quarter of a year, and what makes an ordinal of the figure before it: "1er trimestre"."""
    for name in known.quarters["format"]["wide"].values():
        if found := re.fullmatch(r"[1-4](\w*)\.?\s(\w+)", name):
            yield found[2].lower(), Word(KINDS["quarterly"])
            if found[1]:
                yield found[1], Word(KINDS["ending"])

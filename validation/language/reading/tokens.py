"""A text cut into tokens: words, figures, signs and gaps, and the row of their kinds, a letter each."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from decimal import Decimal
from functools import cache, lru_cache
from itertools import accumulate

from validation.language.reading.lexicon import Lexicon, lexicon
from validation.language.reading.seen import LINE, PARAGRAPH, flat
from validation.language.reading.words import KINDS, Separators

# Letters with the marks that some scripts set on them, and what an apostrophe joins: "doesn't", "o'clock".
_MARKS = r"[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0983\u09bc-\u09cd]"
_LETTERS = rf"(?:[^\W\d_¼-¾⅐-⅞²³¹⁰⁴-⁹]{_MARKS}*)+"
_WORD = rf"{_LETTERS}(?:['’](?![sS]\b){_LETTERS})?"
# Scripts that leave no spaces: each sign is a token, but the scale words of several signs stay whole.
_UNSPACED = r"[\u3400-\u9fff]"
# Words of the Korean script begin with the scale behind a figure, and end in what it counts.
_HANGUL = r"[\uac00-\ud7af]"
# The longest run that may be one number, whatever its shape; what is no known shape is unread whole.
_PARTED = r"\d+(?:[.,'’\u066b\u066c]\d+|·(?!10[\^⁰-⁹⁺⁻²³¹])\d+|[\u00a0\u2009\u202f]\d{3}(?!\d))*"
_SPACED = r"[1-9]\d{0,2}(?:(?:\u00a0\d{3})+|(?:[\u2009\u202f]\d{3})+)(?!\d)(?:[.,]\d+)?"
# Plain spaces part groups where two numbers can't be meant: a group begins with 0, or it stands within a sentence.
_PLAIN = r"(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?! ?\d)(?:[.,]\d+(?!\d))?"
_ZERO_GROUP = r"(?=\d{1,3}(?: \d{3})*? 0\d\d)"
_IN_SENTENCE = r"(?=[.,;:!?)%]?(?:[ \n][^\W\d_]| ?[%€$£]|[.,;:!?)]|\Z))"
_EXPONENT = r"(?:\d(?:\.\d+)?|\d+\.\d+)[eE][+-]?\d+(?!\w)"
_POINT = r"(?<![\w.)])\.\d+(?!\w|\.\d)"
_ADDRESS = r"(?:https?://|www\.)\S*[\w/]"
# Letters and signs that are one token: "US$", "Rs.", "R500", "c.1860", "FY23", "°C", "p.m.".
_COIN = r"(?<![A-Za-z])(?:[A-Z]{1,3}|Mds?|Mrd|k|U\.S\. ?)[$€£¥]|\$(?:US|AU|CA|NZ|A|C)(?=\d)"
_RUPEES = r"(?:Rs|[KTU]?[Ss]hs?)\.?(?= ?\d)|(?<!\w)R(?=\d[\d.,mb])"
_MIXED = r"(?<!\w)(?:FY|c\.?)(?=\d)|°[CF](?!\w)|[ap]\.m\.?(?!\w)|[nN]°|(?:B\.C|A\.D|B\.C\.E)\.|(?<!\d )\bmin\.(?= \d)"
_POINTS = r"(?:(?<=\d)|(?<=\d\s))(?:p\.p\.|п\. ?п\.)(?!\w)"
_SQUARED = r"(?<![^\W\d_])(?:[kcmd]?m|mi|ft)[23²³](?!\w)"
_QUARTER = r"(?<!\w)(?:[QH][1-4]|[1-4][QH])(?!\w)"
_DECADE = r"(?<![\w.,])(?:[12]\d\d0|(?<!-)['’]?[1-9]0)['’]?s(?!\w)"
_SHORT_YEAR = r"(?:(?<=[12]\d\d\d[-–])|(?<=\bof )|(?<=\bin )|(?<=\bsince )|(?<=\bfrom ))['’]\d\d(?!\w)"
_TIME = r"(?<![\d:.,])\d{1,2}:\d\d(?::\d\d)*(?:\.\d+)?(?![:\d])"
_VULGAR = r"[¼-¾⅐-⅞]"
_RAISED = r"[⁺⁻]?[⁰¹²³⁴-⁹]+"
_GAP = rf"[{LINE}{PARAGRAPH}]|[^\S{LINE}{PARAGRAPH}]+"
# Nearly all of a text is gaps, and words that what follows shows to begin nothing else: they are tried first.
_PLAIN_WORD = r"[A-Za-zÀ-ÖØ-öø-ÿА-яЁё]+(?=[-\s,;)])"

# Past 99 an exponent is of no number that anybody states.
_EXPONENT_DIGITS = 2
_HOURS = 24
# So many different tokens are remembered.
_REMEMBERED = 1 << 16


# Rupees and shillings, with a stop or without.
_SHORT = {"Rs", *(f"{land}{sh}" for land in ("", "K", "T", "U") for sh in ("Sh", "Shs", "sh", "shs"))}
# What a stop belongs to.
_STOPPED = {
    **dict.fromkeys(("B.C.", "A.D.", "B.C.E."), "era"),
    **dict.fromkeys(("p.p.", "п.п.", "п. п."), "pp"),
    "min.": "at_least",
}


class Tokens:
    """The tokens of a text as it is seen; `row` has their kinds and `starts` where each begins, and the end."""

    def __init__(self, text: str, language: Lexicon) -> None:
        self.text = text
        self.lexicon = language
        self.pieces: list[str] = _pattern(language).findall(text)
        kinds = _kinds(language)
        if len(kinds) > _REMEMBERED:
            kinds.clear()
        self.row = "".join(map(kinds.__getitem__, self.pieces))
        self.starts = list(accumulate(map(len, self.pieces), initial=0))

    def shown(self, first: int, last: int) -> str:
        """The text of some tokens."""
        return "".join(self.pieces[first:last])

    def at(self, offset: int) -> int:
        """The token that an offset lies in."""
        return bisect_right(self.starts, offset) - 1


class _Kinds(dict[str, str]):
    """The kind of every token met so far; it follows from the token alone."""

    def __init__(self, language: Lexicon) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> str:
        kind = self[token] = _kind(token, self._language)
        return kind


_kinds = cache(_Kinds)


def _kind(token: str, language: Lexicon) -> str:
    first = token[0]
    if first.isspace():
        return KINDS[_gap(token)]
    if token[:2] in ("/-", "/="):
        return KINDS["gap"]  # "Rs 500/-"
    if first.isdecimal() or (first in ".'’" and len(token) > 1):
        return KINDS[_figured(token, language)]
    if known := language.word(token):
        return known.kind
    if re.fullmatch(_SQUARED, token):
        return KINDS["units"]
    if first.isalpha():
        return KINDS[_spelt(token, language)]
    return KINDS[_sign(token)]


def _figured(token: str, language: Lexicon) -> str:
    last = token[-1]
    if last == "s" or token[0] in "'’":
        return "decade"
    if last in "QH":
        return "quarter_of"
    if ":" in token:
        return "time" if int(token.partition(":")[0]) <= _HOURS else "unread"
    return figure(token, language)[0]


def _gap(token: str) -> str:
    if token in (LINE, PARAGRAPH):
        return "line" if token == LINE else "break"
    return "gap" if len(token) == 1 and token != "\t" else "wide"


def _spelt(token: str, language: Lexicon) -> str:
    if token.startswith(("http", "www.")):
        return "address"
    if token[-1] in "$€£¥" or token[0] == "$":
        return "currency"
    if language.reads_words and token.endswith(("n't", "n’t")):
        return "no"
    if token == "R" or token.removesuffix(".") in _SHORT:
        return "code"
    if token[-1].isdecimal():
        return "quarter_of"
    if token[-1] == ".":
        return _STOPPED.get(token, "clock" if "m" in token else "circa")
    if token.endswith("ly") and language.reads_words:
        return "adverb"
    if len(token) == 1:
        return "initial" if token.isupper() else "word"
    return "caps" if token.isupper() else "capital" if token[0].isupper() else "word"


def _sign(token: str) -> str:
    first = token[0]
    if unicodedata.category(first) == "Sc":
        return "currency"
    if unicodedata.category(first) == "No":
        return "vulgar" if re.fullmatch(_VULGAR, token) else "raised" if re.fullmatch(_RAISED, token) else "unread"
    return "raised" if re.fullmatch(_RAISED, token) else "other"


@cache
def _pattern(language: Lexicon) -> re.Pattern[str]:
    """Every token of a text, none left out."""
    unspaced = [word for word in language.words if re.match(_UNSPACED, word)]
    scales = "|".join(sorted(map(re.escape, unspaced), key=len, reverse=True))
    words = [scales, _UNSPACED] if unspaced else []
    hangul = "|".join(sorted((word for word in language.words if re.match(_HANGUL, word)), key=len, reverse=True))
    words += [rf"(?<=[\d천만억조])(?:{hangul})"] if hangul else []
    dotted = [re.escape(word) for word in language.words if "." in word[1:]]
    spaced = [_SPACED, rf"{_PLAIN}{_IN_SENTENCE}", rf"{_ZERO_GROUP}{_PLAIN}"]
    kinds = [
        _ADDRESS,
        _COIN,
        _RUPEES,
        _MIXED,
        _POINTS,
        _SQUARED,
        _QUARTER,
        r"(?<=\d)/[-=](?![\w=]) ?",
        _DECADE,
        _SHORT_YEAR,
        _TIME,
        *words,
        *dotted,
        _WORD,
        _EXPONENT,
        *spaced,
        _PARTED,
        _POINT,
    ]
    usual = [_GAP, _PLAIN_WORD]
    return re.compile("|".join([*usual, *kinds, r"[<>]=|\+/-", _VULGAR, _RAISED, "."]), re.DOTALL)


@cache
def _shapes(separators: Separators) -> re.Pattern[str]:
    """The ways to write a number in digits, and what else a run of digits can be, as groups with the names of kinds."""
    group, decimal = map(re.escape, separators)
    fraction = rf"(?:{decimal}\d+)?"
    spaces = r"(?:\u00a0\d{3})+|(?:[\u2009\u202f]\d{3})+|(?: \d{3})+|(?:['’]\d{3})+"
    plain = [
        rf"(?:0|[1-9]\d*){fraction}|(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+",
        rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+{fraction}",
        rf"[1-9]\d{{0,2}}(?:{spaces}){fraction}",
    ]
    if separators.decimal == ",":
        plain.append(rf"[1-9]\d{{0,2}}(?:\.\d{{3}})+{fraction}")  # no decimals can be meant
    if separators.group == ",":
        plain.append(rf"[1-9]\d?(?:,\d\d)+,\d{{3}}{fraction}")  # 12,34,567
    kinds = {
        "day": r"[1-9]|[12]\d|3[01]",
        "year": r"1\d{3}|20\d\d",
        "padded": r"0\d+",
        "dotted": r"[0-3]?\d\.[01]?\d\.(?:[12]\d{3}|\d\d)",
        "plain": "|".join(plain),
        "decimal": rf"{decimal}\d+",
        "version": r"\d+(?:\.\d+){2,}",
    }
    return re.compile("|".join(f"(?P<{kind}>{shape})" for kind, shape in kinds.items()), re.ASCII)


_POWER_OF_TEN = re.compile(r"[eE][+-]?0*(\d+)")


@lru_cache(_REMEMBERED)
def figure(shown: str, language: Lexicon) -> tuple[str, Decimal]:
    """The kind and the value of a run of digits; one of no known shape is unread, never read in part."""
    if not shown.isascii():
        signs = {ord(sign): str(unicodedata.decimal(sign)) for sign in language.digits}
        native = dict(zip((0x66C, 0x66B), language.separators, strict=True)) if signs else {}  # Arabic separators
        shown = shown.translate({0xB7: language.separators.decimal, **signs, **native})
    shape = _shapes(language.separators).fullmatch(shown)
    kind = (shape and shape.lastgroup) or "unread"
    if kind in ("unread", "version", "dotted"):
        return kind, Decimal(0)
    if exponent := _POWER_OF_TEN.search(shown):
        small = len(exponent[1]) <= _EXPONENT_DIGITS
        return (kind, Decimal(shown)) if small else ("unread", Decimal(0))
    whole, point, decimals = shown.partition(language.separators.decimal)
    digits = whole if whole.isdigit() else "".join(filter(str.isdigit, whole))
    return kind, Decimal(f"{digits}.{decimals}" if point else digits)


def worth(token: str, language: str) -> Decimal:
    """What a token is worth alone; 0 for one that has no value."""
    known = lexicon(language)
    if token[-1].isdecimal():
        return figure(token, known)[1]
    found = known.word(token)
    return Decimal(found.value if found else 0)


def placed(quote: str, printed: str, language: str) -> tuple[Tokens, int, int] | None:
    """The tokens of a quote, and the first and the last of what is printed in it; None where it is not there."""
    text, number = flat(quote), flat(printed)
    start = text.find(number) if number else -1
    if start < 0:
        return None
    tokens = Tokens(text, lexicon(language))
    return tokens, tokens.at(start), tokens.at(start + len(number) - 1) + 1

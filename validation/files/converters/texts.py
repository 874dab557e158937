"""What every document is made of: characters that are seen, and raised digits that no number can swallow."""

from __future__ import annotations

import re
import unicodedata

from validation.files.unseen import UNSEEN

_RAISED = str.maketrans("0123456789+-\N{MINUS SIGN}()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾")
_LOWERED = str.maketrans("0123456789+-\N{MINUS SIGN}()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_SMALL = re.compile(r"\(?\d{1,3}\)?|[+\-\N{MINUS SIGN}]\d\d?")  # an exponent, an index, the number of a note
_STOPS = '.,;:!?"”’'  # behind these it is a note's

_LINE_ENDS = re.compile("\r\n|[\r\v\x1c-\x1e\x85\u2028\u2029]")
# Joiners shape the letters of some scripts; quotes are compared without them.
_KEPT = "\t\n\f\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_LOST = "\N{REPLACEMENT CHARACTER}"
# A control stands where a font has a space, the last for what could not be decoded: neither may join two numbers.
_SEEN: dict[int, str | None] = {
    **{ord(c): " " if unicodedata.category(c) == "Cc" else None for c in UNSEEN},
    **dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], _LOST),
    **{ord(c): c for c in (*_KEPT, _LOST)},
}
_NOTES = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})+")
_LETTER = re.compile(r"[a-df-np-z]")  # e and o are raised in ordinals: 2e, 1o
_VULGAR = {unicodedata.normalize("NFKC", c): c for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}
_STROKE = "\N{FRACTION SLASH}"
_FRACTION = re.compile(
    rf"(\d?)(?<![^\W\d_])([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:[{_STROKE}\N{{DIVISION SLASH}}/]([₀₁₂₃₄₅₆₇₈₉]+)|{_STROKE}(\d+))"
)
# A look behind keeps a long run of spaces from being tried at each of them.
_SPACE_AT_ENDS = re.compile(r"(?<![^\S\n\f])[^\S\n\f]+(?=[\n\f]|\Z)|(?<![^\S\n\f\t])[^\S\n\f\t]+(?=\t)")


def seen(text: str) -> str:
    """A text without what nobody sees, every line end a LF; what could not be decoded stays, as U+FFFD."""
    return _LINE_ENDS.sub("\n", text).translate(_SEEN)


def tidied(text: str) -> str:
    """The same without space at the ends of lines and cells, no two empty lines in a row; it ends with a LF."""
    lines = _SPACE_AT_ENDS.sub("", _FRACTION.sub(_fraction, seen(text)))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"


def raised(words: str, behind: str = "", *, linked: bool = False) -> str:
    """What is set above the line, as it can stand in it: 27 and a raised 3 are 27³, and 27 [3] where that is a link.

    `behind` is the text that it stands behind.
    """
    words = words.strip()
    note = words.strip("[]")
    if _NOTES.fullmatch(note):
        return " " + re.sub(r"\d+", r"[\g<0>]", note)
    if note and (linked or note != words):
        return f" [{note}]"
    ends = behind[-1:]
    if (ends.isdigit() and _LETTER.fullmatch(words)) or (ends and ends in _STOPS and words.isdigit()):
        return f" [{words}]"
    return words.translate(_RAISED) if _SMALL.fullmatch(words) else _apart(words, behind)


def lowered(words: str, behind: str = "") -> str:
    """The same of what is set below the line: CO and a lowered 2 are CO₂."""
    words = words.strip()
    return words.translate(_LOWERED) if _SMALL.fullmatch(words) else _apart(words, behind)


def _apart(words: str, behind: str) -> str:
    """Digits with a space where they would join others."""
    return f" {words}" if words[:1].isdigit() and behind[-1:].isdigit() else words


def _fraction(found: re.Match[str]) -> str:
    """A raised part over a lowered one as numbers are written: 1¾, 1 5/16."""
    whole, above, below, plain = found.groups()
    above, below = unicodedata.normalize("NFKC", above), unicodedata.normalize("NFKC", below or plain)
    one = _VULGAR.get(f"{above}{_STROKE}{below}")
    return f"{whole}{one}" if one else f"{whole} {above}/{below}".lstrip()

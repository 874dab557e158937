"""The words that qualify a number, as a small grammar over the kinds of words beside it; and which way a change went.

A row names kinds of words, one after another, whatever gaps part them. Of all rows that reach the number the one that
begins first counts, which is the longest and the outermost: "no more than", "nearly as many as", "at least some".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from validation.language.reading import forms
from validation.language.reading.lexicon import ENGLISH
from validation.language.reading.places import GAP, kinds
from validation.language.reading.tokens import Tokens, placed
from validation.language.reading.words import KINDS
from validation.vocabulary import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER

# Words of an attribution that call what it says unverified.
UNVERIFIED = (
    *("rumor", "rumors", "rumored", "rumour", "rumours", "rumoured", "hearsay", "unconfirmed", "unverified"),
    *("alleged", "allegedly", "allegation", "allegations", "purported", "purportedly"),
)

# What stands before a number. A span ("over the last 40 years") and a movement ("added up to 40") bound nothing.
BEFORE: Mapping[str, tuple[str, ...]] = {
    EXACT: (
        *("the (last|past|first|few)", "rise by? up to", "ruling (over|under)", "telling about"),
        "(day|plain|digit|teen|ten) hyphen (over|under)",  # of golf
        "(percent|points) (over|under|(more|larger|less) than)",  # "an increase of 14% over $35 billion" compares
    ),
    ABOUT: (
        *("about stop?", "circa stop?", "article? estimated (at|to aux)?", "somewhere (like|between)", "near"),
        *("(in|on|of) the region of", "more or less", "more like", "close on", "closer to", "give or take"),
    ),
    OVER: (
        "over (the age of)?",
        "(more|larger) than",
        "exceed",
        "(to|aux) top",
        "tops",
        "north of",
        "upwards of",
        "past",
    ),
    AT_LEAST: ("at the? very? least comma?", "article? minimum of?", "as few as", "at_least"),
    NEARLY: (
        *("nearly", "to? approach", "close to", "just (under|less than|short of)", "just? shy of"),
        "(drift|getting) (close|closer|up)? (toward|to|in? on|on? for)",
    ),
    UNDER: ("under (the age of)?", "less than", "short of", "south of", "nowhere near"),
    AT_MOST: (
        *(
            "at the? very? most comma?",
            "article? maximum (stop|of)?",
            "anything? up to (and including)?",
            "as many as",
            "at_most",
        ),
        *("within", "limited (to|at)", "article? ceiling of"),
    ),
}
# What "no", "not" and "never" make of what follows: "no more than" is at most, "not quite" nearly.
NEGATED: Mapping[str, tuple[str, ...]] = {
    AT_MOST: (*BEFORE[OVER], "top"),
    AT_LEAST: BEFORE[UNDER],
    NEARLY: ("quite",),
    UNDER: (*BEFORE[AT_MOST], *BEFORE[AT_LEAST], "nearly", "reach"),
}
# What stands behind a number, perhaps with words between: "40 ships or more", "65 years and older".
COUNTED = "(word|measure|pound|people|units|money|percent|of|large|note)*"
ALONE = "(?!than|the|article|starts)"
BEHIND: Mapping[str, tuple[str, ...]] = {
    ABOUT: ("hyphen? odd", f"{COUNTED} or so", f"{COUNTED} comma? give or take", "more or less"),
    OVER: ("hyphen? plus (?!starts)",),
    AT_LEAST: (
        f"{COUNTED} (comma|open)? or (more|larger|over|up|upwards) (?!than)",
        f"(article? measure|units|percent)? and (up|larger|over|upwards) {ALONE}",
        f"{COUNTED} comma? and counting",
        f"(measure|percent)? and more {ALONE} (?!letters)",
        f"{COUNTED} (upwards|minimum)",
        f"{COUNTED} comma? at the? very? least (?!starts)",
    ),
    AT_MOST: (
        f"{COUNTED} (comma|open)? or (under|less) (?!than)",
        f"(measure|percent)? and (under|less) {ALONE}",
        f"{COUNTED} (maximum|tops)",
        f"{COUNTED} comma? at the? very? most (?!starts)",
    ),
}
# What may stand between a qualifier and its number.
BETWEEN = "(quote|open|open_square|hyphen|article|another of?|about|as many as|as few as|just|nearly|over|more than)*"
# Where words allow two readings, what a row may say; "over 12 months" may be in their course.
OPEN: Mapping[str, tuple[str, ...]] = {
    "over": (OVER, EXACT),
    "within": (AT_MOST, EXACT),
    "up to": (AT_MOST, EXACT),
    "near": (ABOUT, NEARLY, EXACT),
    **dict.fromkeys(("crosses", "crossed", "crossing"), (OVER, EXACT)),
    **dict.fromkeys(("approaching", "approached", "approaches"), (NEARLY, EXACT)),
    "close on": (ABOUT, NEARLY),
    "closer to": (ABOUT, NEARLY, EXACT),
}
TIMES = {
    *("seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "fortnight", "fortnights"),
    *("month", "months", "year", "years", "decade", "decades", "century", "centuries", "generation", "generations"),
}
# "Under a 99-year lease" bounds no years.
PREPOSITIONS = ("over", "under", "within", "above", "below")

# What says that something fell by a percentage, or by the number of an indicator of change; of others only "by" does.
HEDGED = (
    "(about|nearly|over|just under|larger|more|less|than|another|just|as|many|few|at|least|most|estimated|article|quote"
    "|up to)*"
)
IN_COURSE = (
    "(adverb|comma|in (the|determiner)? (last|past)? (month|year|measure) year?|(determiner|last|the|past)+ measure)*"
)
FELL = "(fall|down|off|(?<![determiner the in last past]) drop)"
FALL_IN = "(drop|loss) (in (word|the|determiner|capital|and|of|article)*)? of"
WHAT = "in? (word|the|determiner|capital|article|of|and|people|money){0,6}"
ELSEWHERE = "([^stop break rise]{1,14} and by)?"
# "Fell 3% in May and 4% in June", "fell 3%, 4% and 5%".
AMOUNT = "(code|currency)? figure (large|thousand|letter|single|abbreviation)? (percent|points|point|measure)?"
SO_FAR = f"(by? {AMOUNT} (in (month|year|measure|word))? (comma|and|or)+)*"
FALLS = (
    f"(lose|{FELL}) {IN_COURSE} by? {SO_FAR} {HEDGED} \\Z",
    f"{FALL_IN} {HEDGED} \\Z",
    f"fall at article (word|adverb)* {HEDGED} \\Z",
    f"(drop|loss) (in (word|the|determiner|capital|and|of|article)*)? (balance|rise to) {HEDGED} \\Z",
    f"negative word of {HEDGED} \\Z",
    f"drop balance word in (the|capital|word)+ {HEDGED} \\Z",
)
BY = f"by (under|{HEDGED})*"
FALLS_BY = (f"(drop|{FELL}) {WHAT} {IN_COURSE} {BY} ({ELSEWHERE} (under|{HEDGED})*)? \\Z",)
# A fall behind its number: "a 7% drop in sales", "7% down".
BEHIND_FALL = ("(word|measure)? drop", "down", "less (?!larger)")
ARTICLE_BEFORE = "(article|the|determiner|quote (units|initial)) (adverb|word|about|nearly|over|more|than)* \\Z"

# So many tokens around a number are looked at.
_REACH = 48
_FEW = 12
# All kinds that rows before a number name: no row begins before the last token of any other.
_NAMED = re.findall("[a-z_]+", " ".join((BETWEEN, "no aux to", *itertools.chain(*BEFORE.values(), *NEGATED.values()))))
_QUALIFYING = "".join(KINDS[name] for name in {*_NAMED})
# What every row behind a number has one of.
SIGNS_BEHIND = "odd or give more plus and upwards least minimum most maximum tops"
_MAY_QUALIFY = re.compile(f"[{kinds(SIGNS_BEHIND)}]")
_FALLING = re.compile(f"[{kinds('fall drop down off loss lose negative')}]")


class Said(NamedTuple):
    """What the words beside a number make of it: a code, these words, and the tokens of both together.

    `readings` are the codes that a row may have: more than one where the words allow it.
    """

    code: str
    words: str
    first: int
    last: int
    readings: tuple[str, ...]


def around(tokens: Tokens, first: int, last: int) -> Said:
    """The qualifier of the number that these tokens print; EXACT without words where nothing qualifies it."""
    before = _before(tokens, first, last)
    if before and before.code != ABOUT:
        return before
    behind = _behind(tokens, first, last)
    if before and behind and behind.code == ABOUT:
        return before
    return behind or before or Said(EXACT, "", first, last, (EXACT,))


def falls(tokens: Tokens, first: int, last: int, *, change: bool) -> str:
    """The word that says that something fell by what these tokens print, or nothing."""
    if _FALLING.search(tokens.row, max(0, first - _REACH), first):
        tail = _tail(tokens.row, first)
        if match := _falling(change).search(tail):
            return tokens.pieces[_back(tokens.row, first, len(tail) - match.start())]
    match = forms.matching(BEHIND_FALL).match(_head(tokens.row, last)) if change else None
    if match is None:
        return ""
    at = next(at for at, kind in enumerate(match.group()) if kind in kinds("drop down less"))
    fell = (
        match.group()[at] in kinds("down less")
        or tokens.row[first] == KINDS["article"]
        or forms.matching(ARTICLE_BEFORE).search(_tail(tokens.row, first, _FEW))
    )
    return tokens.pieces[_ahead(tokens.row, last, at + 1) - 1] if fell else ""


def said(quote: str, printed: str, language: str = ENGLISH) -> tuple[str, str]:
    """The qualifier code and the words, as the quote has them, directly before or behind `printed`.

    `(EXACT, "")` where no such words stand there, or where `printed` does not stand in the quote.
    """
    found = readings(quote, printed, language)
    return (found.code, found.words) if found else (EXACT, "")


def as_said(quote: str, printed: str, language: str = ENGLISH) -> str:
    """`printed` with the words that qualify it, as they stand in the quote: "over 30%", "a dozen or so"."""
    where = placed(quote, printed, language)
    if where is None:
        return printed
    found = around(*where)
    if found.code == EXACT:
        return printed
    return where[0].shown(found.first, found.last).strip()


def readings(quote: str, printed: str, language: str = ENGLISH) -> Said | None:
    """All that the words beside `printed` allow; None where it does not stand in the quote."""
    where = placed(quote, printed, language)
    return around(*where) if where else None


def fallen(quote: str, printed: str, language: str = ENGLISH) -> str:
    """The word of a quote that says that something fell by what is printed, or nothing."""
    where = placed(quote, printed, language)
    return falls(*where, change=True) if where else ""


def unverified(attribution: str) -> str:
    """The first word of an attribution that calls what it says unverified, or nothing: "rumors" of "local rumors"."""
    found = _UNVERIFIED.search(attribution)
    return found[0] if found else ""


_UNVERIFIED = re.compile(rf"(?<!\w)(?:{'|'.join(UNVERIFIED)})(?!\w)", re.IGNORECASE)


def _before(tokens: Tokens, first: int, last: int) -> Said | None:
    row = tokens.row
    near = row[max(0, first - _REACH) : first]
    tail = _without_gaps(near[len(near.rstrip(_QUALIFYING + GAP)) :])
    match = _rows_before().search(tail) if tail else None
    if match is None:
        return None
    code = _code(match)
    start = _back(row, first, len(tail) - match.start())
    end = _back(row, first, len(tail) - match.end(match.lastgroup or 0) + 1) + 1
    words = tokens.shown(start, end)
    if code == EXACT:
        return Said(EXACT, "", first, last, (EXACT,))
    article = KINDS["article"] in row[end:first]
    if article and words.lower() in PREPOSITIONS and row[last : last + 1] == KINDS["hyphen"]:
        return None
    shown = " ".join(words.lower().split())
    beside = tokens.pieces[max(0, start - 2) : start] if shown == "up to" else tokens.pieces[first : last + 2]
    return Said(code, words, start, last, OPEN.get(shown, (code,)) if _is_open(shown, beside) else (code,))


def _is_open(words: str, beside: Sequence[str]) -> bool:
    """Whether what stands beside these words leaves them open: "over 12 months", "signed up to 12 deals"."""
    if words == "over":
        return any(piece.lower() in TIMES for piece in beside)
    return words != "up to" or any(piece.endswith("ed") for piece in beside)


def _behind(tokens: Tokens, first: int, last: int) -> Said | None:
    if not _MAY_QUALIFY.search(tokens.row, last, last + _FEW):
        return None
    match = _rows_behind().match(_head(tokens.row, last))
    if match is None:
        return None
    end = _ahead(tokens.row, last, match.end())
    code = _code(match)
    return Said(code, tokens.shown(last, end).strip(), first, end, (code,))


def _code(match: re.Match[str]) -> str:
    return (match.lastgroup or "").removeprefix("not_").replace("_", "-")


def _tail(row: str, first: int, reach: int = _REACH) -> str:
    """The kinds before a token, without gaps."""
    return _without_gaps(row[max(0, first - reach) : first])


def _head(row: str, last: int) -> str:
    """The kinds from a token on, without gaps."""
    return _without_gaps(row[last : last + _REACH])


def _without_gaps(row: str) -> str:
    for gap in GAP:
        row = row.replace(gap, "")
    return row


def _back(row: str, first: int, count: int) -> int:
    """The token so many before another, gaps not counted."""
    at = first
    while count:
        at -= 1
        count -= row[at] not in GAP
    return at


def _ahead(row: str, last: int, count: int) -> int:
    """Behind so many tokens from one on, gaps not counted."""
    at = last
    while count:
        count -= row[at] not in GAP
        at += 1
    return at


@cache
def _rows_before() -> re.Pattern[str]:
    negated = (f"no (aux|to)* ({'|'.join(rows)})(?P<not_{_name(code)}>)" for code, rows in NEGATED.items())
    plain = (f"({'|'.join(rows)})(?P<{_name(code)}>)" for code, rows in BEFORE.items())
    return forms.matching(f"({'|'.join([*negated, *plain])}) {BETWEEN} \\Z")


@cache
def _rows_behind() -> re.Pattern[str]:
    return forms.matching("|".join(f"({'|'.join(rows)})(?P<{_name(code)}>)" for code, rows in BEHIND.items()))


def _name(code: str) -> str:
    return code.replace("-", "_")


@cache
def _falling(change: bool) -> re.Pattern[str]:
    return forms.matching((*FALLS, *FALLS_BY) if change else FALLS_BY)

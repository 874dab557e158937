"""The forms in which numbers and dates are printed.

A form is a row of kinds of tokens: names side by side are glued, `_` is a gap and `~` perhaps one, square brackets hold
any one of several kinds. Where a form has several rows the first that fits holds. What `PARTS` names stands for its
rows, and once it fits it is not taken apart again. Forms are tried in their order at each place of a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from validation.language.reading.words import KINDS

Rows = str | tuple[str, ...]

PARTS: Mapping[str, Rows] = {
    "_": "gap|line|wide",
    "~": "(gap|line|wide)?",
    "link": "_|hyphen",
    "stroke": "hyphen|dash|minus",
    "figure": "plain|day|year|decimal",
    "digits": "plain|day|year|padded",
    "letters": "word|measure|money|people|capital",
    "clause_end": "comma|stop|semicolon|colon|shut|quote|dash|_ dash|break|\\Z",
    "starts": (
        "[plain day year decimal vulgar zero one digit teen ten hundred thousand large lakh dozen half article"
        " hyphen dash minus plus negative currency code]"
    ),
    # Whole numbers in words. In "one million twenty-foot boxes" the twenty counts feet, in "one hundred and two
    # hundred" there are two numbers, and between "and" and "and" stands one.
    "ones": "one|digit",
    "tiny": ("ten hyphen ones", "ten _ ones (?!hyphen)", "ones|teen|ten"),
    "scale": "thousand|lakh|large",
    "rest": "(_ and)? _ tiny (?!link hundred|hyphen letters)",
    "hundreds": ("(tiny|article) link hundred rest?", "hundred rest?", "tiny"),
    "below": ("(tiny|article) link hundred rest?", "tiny"),
    "remainder": "(_ and)? _ below (?!link (hundred|scale)|hyphen letters)",
    "step": "(hundreds|article) (link scale)+",
    "steps": "step (_ (and _)? step)* remainder?",
    "whole": ("steps", "(article|tiny) link dozen", "hundreds|dozen", "scale (_ scale)* remainder?", "zero"),
    "plain_rest": "_ tiny (?!link hundred|hyphen letters)",
    "plain_below": ("(tiny|article) link hundred plain_rest?", "tiny"),
    "plain_step": "(plain_below|hundred|article) (link scale)+",
    "plain_whole": (
        "plain_step (_ plain_step)* (_ plain_below (?!link (hundred|scale)))?",
        "plain_below",
        "hundred",
        "scale",
    ),
    "pointed": "(tiny|zero) _ point (_ (zero|ones|teen|ten))+",
    # Parts of one. "A third party" is none, and so is "the second half".
    "piece": "half|quarter|part|scaleth",
    "fifth": "part|scaleth",
    "unjoined": "(?!hyphen (word|capital|of))",
    "after_share": (
        "(?=_ (of|as|in|at|on|to|from|by|than|more|less|aux|balance|last|and|or|over|fall|drop|rise|for|when|until))",
        "(?=clause_end)",
    ),
    "hedged": "[about nearly than over by between]",
    "sided": "[side first second last past]",
    "share": (
        "article link (half|quarter) unjoined",
        "(?<=hedged _) article link fifth",
        "article link fifth after_share",
        "one link piece unjoined",
        "digit hyphen quarter",
        "tiny link parts",
    ),
    "lone_half": (
        "(?<!sided _) half (?=_ (of|article|the|determiner) _)",
        "(?<=hedged _) half",
        "(?<!sided _) half (?=\\Z|_ (to|or) _ starts)",
        "half hyphen (large|thousand)",
    ),
    "written": (
        "figure ~ vulgar",
        "vulgar",
        "figure (gap|hyphen) figure slash figure",
        "figure slash figure ending?",
    ),
    "added_part": "(article link)? (half|quarter)|one link piece|digit hyphen quarter|tiny link parts|vulgar",
    "added": "link and link added_part",
    # Scales: "5 million", "3bn", "a quarter of a million".
    "scaled": "scale|scales|dozen|hundred",
    "abbreviated": "abbreviation (~ abbreviation)*",
    "dot": "stop (?=_ letters|comma|shut)",
    "scales_": ("(link scaled)+", "scaled+", "(~|hyphen) abbreviated dot?", "~ letter (?!raised)", "single"),
    "of_scale": "(link of)? (link article)? (link scaled)+",
    "row_of_scales": "figure ~ (lakh|large) (_ figure ~ (lakh|large|thousand))+",
    "base": "figure ~ times ~",
    "power": ("base? figure raised", "base? figure caret stroke? (figure|raised)"),
    # A number with its sign, its currency and what belongs to it behind.
    "unsigned": ("[^gap line wide break open open_square currency code quote other colon comma plus_minus times]"),
    "sign": (
        "(?<!unsigned) (minus ~|hyphen|dash|plus)",
        "open (minus|hyphen|dash) shut ~",
        "(?<!or _) (?<!slash) negative _",
    ),
    "coin_": "currency ~|code _|code (?=figure)",
    "coin_behind": "gap? currency (?!gap? (digits|open))",
    "percents": (
        "~ percent",
        "link percent",
        "link per link? cent",
        "~ pp",
        "link percentage (link (points|point))?",
        "link basis link (points|point)",
        "hyphen percentage hyphen point",
        "(?<=[half quarter]) link (point|percentage link point)",
        "(_ of _ one|(_ of)? _ article) _ (percentage link (points|point)|(percent|per link? cent) (link point)?)",
    ),
    "tail": (
        "percents (link? (points|point (?!_ to _)))?",
        "coin_behind",
        "~ hundredth",
        "coin|circa",
        "_ of _ article _ cent",
        "",
    ),
    "in_figures": ("power", "row_of_scales", "written of_scale?", "figure (added scales_?|scales_? added?)"),
    "in_words": (
        "pointed scales_?",
        "(share|half) _ of _ (one|day) (?=percents)",
        "share of_scale?",
        "half of_scale",
        "quarter link of link article (link scaled)+",
        "lone_half",
        "whole (added scales_?|(_ scales)? added?)",
    ),
    "lower": ("in_figures", "share of_scale?", "half of_scale", "lone_half", "pointed"),
    "beside": "_ (and|or|to) _|comma _ ((and|or) _)?|_ stroke _",
    "and_then": "comma? (_ and)? _|hyphen",
    "one_unit": "figure link? (measure|units|letter|pound)",
    # Dates.
    "two": "day|padded",
    "month_": "month stop?",
    "year_": "year (?!scales_)",
    "in_year": "(comma? _|comma) year_",
    "of_year": "((comma|_ of)? _|comma) year_",
    "day_of": ("month_ _ (the _)? two ending?", "two ending? stop? (_ of)? link month_"),
    "nth_": "ten hyphen (first|second|part)|first|second|nth|part",
    "numbered": "digits ending|nth_",
}
FORMS: Mapping[str, Rows] = {
    "address": "address|version",
    "house": "digits single? _ (capital _){1,3} street",
    "iso": ("year stroke two stroke two", "year slash two slash two"),
    "dotted": "dotted",
    "labelled": ("year annual (~ two monthly (~ two daily)?)?", "two monthly (~ two daily)?"),
    "slashed": ("two slash two slash (year|two|plain)", "two stroke two stroke year", "two slash year (?!slash)"),
    "span": (
        "(day_of|month_) of_year? (~ stroke ~|slash|_ (to|until) _) (day_of|month_) of_year",
        "(?<=between _) (day_of|month_) of_year? _ and _ (day_of|month_) of_year",
        "day_of stroke day_of",
    ),
    "days": (
        "two ending? (~ (dash|hyphen) ~|_ (to|and|or) _) two ending? (_ of)? _ month_ in_year?",
        "month_ _ two (dash|hyphen) two in_year?",
    ),
    "day_month": "(two ending? stop?|nth_ (?=_ of)) (_ of)? link (the _)? month_ ((link|comma _|_ of _) year_)?",
    "month_day": "month_ _ (the _)? two ending? (?!slash|comma digits|percents|scales_|hyphen letters) in_year?",
    "month_nth": (
        "month_ _ (the _)? ten hyphen (first|second|part) in_year?",
        "month_ _ (the _)? (nth_|ten hyphen ones|teen|ten) (in_year|(?=clause_end))",
    ),
    "month_year": "month_ ((comma|_ of)? _|hyphen|comma) year_",
    "quarterly": ("day (ending|stop) _ quarterly (_ year)?", "(first|second|part) link (quarter|half) (_ of)? _ year"),
    "quarter": (
        "quarter_of (link|slash)? (fiscal _)? year",
        "quarter_of (link)? fiscal digits",
        "quarter_of",
        "year ~ quarter_of",
    ),
    "fiscal": "fiscal link? digits ((hyphen|dash|slash) digits)?",
    "century": (
        "numbered link century",
        "numbered (?=_ (and|or|to) _ ((the|article) _)? ((when|until) link)? numbered link century)",
    ),
    "decade": ("decade", "(teen|ten) hyphen decades", "decades"),
    "clock": (
        "time (~ clock)?",
        "(digits|tiny) ~ clock",
        "(half|quarter) _ past _ (tiny|digits)",
        "quarter _ to _ (tiny|digits) (?=clause_end)",
    ),
    "era": ("digits _ era", "era _ digits"),
    "years": "year (slash|dash|hyphen) (year|two|plain|decade) (?!slash|scales_|percents|stroke)",
    "spelt_year": ("teen link ten (hyphen ones)?", "teen link teen", "ten _ ten hyphen ones"),
    "note": "(?<=[stop comma quote shut]) raised",
    "year": "year (?!slash digits|stroke digits)",
    "two_units": (
        "(one_unit and_then?){1,2} figure (link? (measure|units|in|letter))?",
        "coin_ figure _ and _ (figure|tiny) ~ hundredth",
        "tiny link measure and_then (tiny|figure) ~ (measure|units)",
        "digits ending _ figure units",
        "figure quote ~ figure quote?",
    ),
    "ordinal": "digits ending",
    "vague": (
        "((article|about) _)? (several|few|many) (_ of)? (link scaled)+",
        "tens_of _ of _ scales (_ of _ scales)*",
        "scales (_ of _ scales)*",
    ),
    "phone": (
        "plus digits ((gap|hyphen) digits){2,}",
        "open digits shut gap? digits ((gap|hyphen) digits)*",
        "padded ((gap|hyphen) digits)+",
        "digits (gap padded)+",
        "digits (hyphen digits){2,}",
    ),
    "code": "padded",
    "unread": (
        "unread scales_?",
        "digits hyphen of hyphen digits",
        "figure ~ times ~ figure (~ stroke figure)? (?!raised|caret)",
        "figure minus figure",
    ),
    "unit_and_half": "(article|one|tiny|figure) _ measure _ and _ article _ half",
    "between": "between _ sign? coin_? sign? (lower|whole|plain_whole) tail _ and _ (?=starts)",
    "number": "(?P<bare>sign? coin_ sign? figure gap single|sign? coin_? sign? (in_figures|in_words)) tail",
}
# Numbers side by side, of which the last has a scale that may be that of all: "two and three million".
SHARING: Rows = "beside (coin_? (figure|tiny) beside){0,3} coin_? (figure|tiny) (?!ones) scales_"
SHARING_UNREAD: Rows = "(_ word _|word|beside) coin_? figure scales_"
# What joins two numbers into one: the ends of a range, a share, a rate.
JOINTS: Mapping[str, Rows] = {
    "range": (
        "~ dash ~ (?=starts)",
        "hyphen (?=starts)",
        "_ (to|or) _ (?=starts)",
        "hyphen (to|or) hyphen (?=starts)",
        "hyphen _ (to|or) _ (?=starts)",
        "_ measure _ to _ (?=starts)",
    ),
    "share": ("_ (in|out _ of) _ (every _)? (?=starts)", "hyphen (in|out hyphen of) hyphen (?=starts)"),
    "rate": "(_ (word|people)){0,2} _ (per|in _ every|for _ every) _ (?=starts)",
}
# Where a form can begin at all: at most words of a text none does.
BEGINNING = (
    "[raised plain day year padded decimal dotted version unread time decade quarter_of address vulgar fiscal month"
    " decades zero one digit teen ten hundred thousand large lakh dozen scales tens_of half quarter first second"
    " part nth article several few many between hyphen dash minus plus negative currency code open about era]"
)


@cache
def pattern() -> re.Pattern[str]:
    """All forms as one pattern over a row of kinds; the group that matched names the form."""
    return re.compile(f"(?={_compiled(BEGINNING)})(?:{_named_rows(FORMS)})")


@cache
def joints() -> re.Pattern[str]:
    """What joins two numbers, as a pattern; the group that matched names it."""
    return re.compile(_named_rows(JOINTS))


@cache
def matching(rows: Rows) -> re.Pattern[str]:
    """A pattern over rows of kinds, for what stands around a numeral."""
    return re.compile(_compiled(rows))


def _named_rows(forms: Mapping[str, Rows]) -> str:
    # An empty group that names a form stands behind it: so the first sign of a form decides whether it is tried.
    return "|".join(f"(?:{_compiled(rows)})(?P<{name}>)" for name, rows in forms.items())


def _compiled(rows: Rows) -> str:
    row = rows if isinstance(rows, str) else "|".join(rows)
    row = re.sub(r"\((?!\?)", "(?:", row)
    return re.sub(r"\?P<\w+>|[a-z][a-z_]*|[_~]", lambda name: _meant(name.group()), row).replace(" ", "")


def _meant(name: str) -> str:
    """What a name in a row stands for: a kind, a part, or the name of a group."""
    if name.startswith("?"):
        return name
    if name not in PARTS:
        return KINDS[name]
    part = _compiled(PARTS[name])
    if part.startswith("["):
        return part
    return f"(?:{part})" if _is_one_token(PARTS[name]) else f"(?>{part})"


def _is_one_token(rows: Rows) -> bool:
    """Whether a part is any one of some kinds, which can't be taken apart: it is matched as a set."""
    names = rows.split("|") if isinstance(rows, str) else rows
    return all(name in KINDS or (name in PARTS and _is_one_token(PARTS[name])) for name in names)

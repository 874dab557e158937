"""Every code that tables hold or pages show: its words, what it means, and its place among the others.

To add one, write its entry here and its sign in dashboard/design/signs.py: everything else follows from these two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, Protocol, TypeVar


class Code(NamedTuple):
    """A code, the words that stand for it on pages, and a sentence that says what it means."""

    code: str
    words: str
    meaning: str = ""


class Qualifier(NamedTuple):
    """How sure a source is of a number.

    `words` stand for it where the source's own are not at hand, `gist` is its meaning in a few words. `sets` says
    which bound the number itself is, `closed` whether it is included. `leaves` says that of a number to put into it.
    `said` are some of the words that say it, the first the one in which a calculated number is told; all of them are in
    `validation.language.qualifiers`.
    """

    code: str
    words: str
    meaning: str
    gist: str
    sets: Literal["", "low", "high"] = ""
    closed: bool = False
    leaves: str = ""
    said: tuple[str, ...] = ()


class State(NamedTuple):
    """What becomes of a numeral; `counted` stands behind how many there are, those in dates among those in numbers."""

    code: str
    words: str
    meaning: str
    counted: str = ""


class Outcome(NamedTuple):
    """What holding numbers against references comes to; `one` and `many` stand behind how many: "8 match"."""

    code: str
    words: str
    meaning: str
    one: str
    many: str

    def counted(self, count: int) -> str:
        """What is said of so many numbers, behind their count."""
        return self.one if count == 1 else self.many


class Coded(Protocol):
    """What has a code."""

    @property
    def code(self) -> str:
        """As tables and addresses have it."""
        ...


Entry = TypeVar("Entry", bound=Coded)


class _Codes(dict[str, Entry]):
    """Entries by their codes. A draft may have any other, which is shown as it is written; a rule reports it."""

    def __missing__(self, code: str) -> Entry:
        kind: Any = type(next(iter(self.values())))
        empty = dict.fromkeys(kind._fields, "")
        return kind(**empty | {"code": code, "words": f"“{code}”" if code else "not said"})


def _named(*entries: Entry) -> Mapping[str, Entry]:
    return _Codes({entry.code: entry for entry in entries})


def place(code: str, codes: Iterable[str]) -> int:
    """The place of a code among others; one that isn't there comes last."""
    order = [*codes]
    return order.index(code) if code in order else len(order)


EXACT, ABOUT, OVER, AT_LEAST = "exact", "about", "over", "at-least"
NEARLY, UNDER, AT_MOST, RANGE = "nearly", "under", "at-most", "range"

MARKS: Mapping[str, Qualifier] = _named(
    Qualifier(
        EXACT,
        "exact",
        "Stated without a qualifier: known as precisely as its digits are printed.",
        "no word added",
    ),
    Qualifier(
        ABOUT,
        "about",
        "About the number: approximate, and no bound follows from it.",
        "near it, either side",
        said=("about", "around", "approximately", "roughly", "some", "or so"),
    ),
    Qualifier(
        OVER,
        "over",
        "More than the number: it is the lower bound and not itself included.",
        "more, no end stated",
        sets="low",
        leaves="more than {}. Where it ends is not stated.",
        said=("over", "more than", "exceeding", "topped", "plus"),
    ),
    Qualifier(
        AT_LEAST,
        "at least",
        "The number or more: it is the lower bound and included.",
        "that or more",
        sets="low",
        closed=True,
        leaves="{} or more. Where it ends is not stated.",
        said=("at least", "no fewer than", "a minimum of", "or more"),
    ),
    Qualifier(
        NEARLY,
        "nearly",
        "Close to the number but less: it is the upper bound and not itself included.",
        "a little less",
        sets="high",
        leaves="less than {}, but close to it.",
        said=("nearly", "almost", "close to", "approaching"),
    ),
    Qualifier(
        UNDER,
        "under",
        "Less than the number: it is the upper bound and not itself included.",
        "less, no end stated",
        sets="high",
        leaves="less than {}. How much less is not stated.",
        said=("under", "less than", "fewer than", "below"),
    ),
    Qualifier(
        AT_MOST,
        "at most",
        "The number or less: it is the upper bound and included.",
        "that or less",
        sets="high",
        closed=True,
        leaves="{} or less. How much less is not stated.",
        said=("at most", "up to", "no more than", "as many as"),
    ),
    Qualifier(
        RANGE,
        "range",
        "From one number to another: both are bounds and included.",
        "from one to the other",
        closed=True,
    ),
)
"""What charts have a mark for: the qualifiers, and a range, which follows from what is printed."""

QUALIFIERS: Mapping[str, Qualifier] = _named(*(entry for entry in MARKS.values() if entry.code != RANGE))
"""What a row can say."""

STATED, INFERRED, TO_DATE, UNSTATED = "stated", "inferred", "to-date", "unstated"

BASES = _named(
    Code(STATED, "Stated", "The source names the time."),
    Code(INFERRED, "Inferred", "The source does not name it; a note says what it follows from."),
    Code(TO_DATE, "Year to date", "From January to the time of writing; never compared with a whole year."),
    Code(UNSTATED, "Not stated", "Unknown, and so compared with nothing."),
)
"""How the period of a number or of an event is known."""

STATED_STATUS, ESTIMATED_STATUS, FORECAST_STATUS, UNVERIFIED_STATUS = "A", "E", "F", "U"

STATUSES = _named(
    Code(STATED_STATUS, "Stated as fact", "The source states it and adds no doubt."),
    Code(ESTIMATED_STATUS, "Estimate", "The source calls it its own estimate."),
    Code(FORECAST_STATUS, "Plan or forecast", "Something planned, expected or hoped for."),
    Code(UNVERIFIED_STATUS, "Unverified report", "The source passes it on as a rumor or a report."),
)
"""SDMX codes for the status of an observation."""

DOCUMENT, REFERENCE = "document", "reference"

SOURCE_KINDS = _named(
    Code(DOCUMENT, "Document", "A text that was read, numeral by numeral."),
    Code(REFERENCE, "Reference", "A public statistic, known by its address."),
)

PAGE = "p. "
"""What stands before a page's number, where a row says on which page of a document its passage is: "p. 12"."""

PERSON, ORGANIZATION = "person", "organization"

AUTHOR_KINDS = _named(
    Code(
        PERSON,
        "Person",
        "Its name has a family name, which stands last or before a comma.",
    ),
    Code(ORGANIZATION, "Organization", "Its name is one whole."),
)

HIGH = "high"

CONFIDENCES = _named(
    Code(HIGH, "High", "The reference itself was read."),
    Code("medium", "Medium", "What was read is not the whole, or passes it on."),
    Code("low", "Low", "What was read is weak, and nothing better was found."),
)
"""How sure it is that a reference says this."""

CALCULATED = Code("calculated", "Calculated", "Calculated from stated numbers; no source states it.")

ORIGINS = _named(
    Code(STATED, "Stated", "A source states it."),
    CALCULATED,
)
"""Where a number comes from."""

NO_BOUND, BY_WORDS = "none", "words"

BOUNDS = _named(
    Code(NO_BOUND, "None", "No word sets a bound, and it is no range."),
    Code(BY_WORDS, "Words", "A word such as “over” makes the number a bound."),
    Code(RANGE, "Range", "The two ends of a range are its bounds."),
    Code(CALCULATED.code, CALCULATED.words, "They follow from those of the numbers it is calculated from."),
)
"""What a number's bounds come from."""

NO_ROUNDING, NOT_PRINTED, BY_DIGITS, BY_ZEROS = "none", "unprinted", "digits", "zeros"

ROUNDINGS = _named(
    Code(NO_ROUNDING, "None", "A count printed to the last one, or a number without a last digit, such as a third."),
    Code(NOT_PRINTED, "Not known", "How the source prints it is not known, and so nothing of its rounding."),
    Code(BY_DIGITS, "Digits", "It may be rounded to its last printed digit."),
    Code(BY_ZEROS, "Zeros, assumed", "The zeros that it ends in are taken for rounding, which is an assumption."),
    Code(CALCULATED.code, CALCULATED.words, "It follows from the rounding of the numbers it is calculated from."),
)
"""What a number may be rounded from."""

BY_REFERENCE, BY_SEVERAL, BY_ONE, BY_NONE = "reference", "several", "one", "none"

STANDINGS = _named(
    Code(BY_REFERENCE, "as a reference has it", "A public source was looked up for the date."),
    Code(BY_SEVERAL, "as several documents have it", "No reference was looked up; the documents agree."),
    Code(BY_ONE, "as one document alone has it", "No reference was looked up, and no other document dates it."),
    Code(BY_NONE, "not dated", "Neither a document nor a reference dates it."),
)
"""On what the date of an event rests."""

WRONG_DATE, WRONG_WORDS, OTHER_DATE = "wrong-date", "wrong-words", "other-date"

DATINGS = _named(
    Code(WRONG_DATE, "Wrong date", "It puts the event at another time than the reference that was looked up."),
    Code(WRONG_WORDS, "Wrong words", "It gives no other date, and yet what it says of the time is wrong."),
    Code(OTHER_DATE, "Dated differently", "It has no day in common with the event’s own date, or is in dispute."),
)
"""What comes of holding a document's dating against the date of the event; nothing is said of one that fits."""

LEVEL, COUNT, SHARE, CHANGE, DURATION = "level", "count", "share", "change", "duration"

MEASURES = _named(
    Code(LEVEL, "a level"),
    Code(COUNT, "a count"),
    Code(SHARE, "a share of a whole"),
    Code(CHANGE, "a change over an earlier period"),
    Code(DURATION, "a length of time"),
)
"""What an indicator measures."""

AS_GROWTH, AS_SERIES, AS_SHARES, AS_AREAS = "growth", "series", "shares", "areas"
AS_ACCOUNTS, AS_STATED, ALONE = "accounts", "stated", "alone"

CHART_KINDS = _named(
    Code(AS_GROWTH, "Growth", "Before and after, with the growth between them."),
    Code(AS_SERIES, "Series", "Lines over time."),
    Code(AS_SHARES, "Shares", "Parts of a whole, from 0 to 100%."),
    Code(AS_AREAS, "Areas", "Squares, true to scale."),
    Code(AS_ACCOUNTS, "Accounts", "Several accounts of one quantity on one scale."),
    Code(AS_STATED, "Stated numbers", "Bars whose ends say how sure each number is."),
    Code(ALONE, "Numbers alone", "Numbers set large, where a drawing would say nothing more."),
)
"""How a chart is drawn, what tells most first."""

RECORDED, EVENT, EXCLUDED, UNACCOUNTED = "recorded", "event", "excluded", "unaccounted"

NUMERAL_STATES = _named(
    State(RECORDED, "recorded", "It is a number of the register.", "in numbers and dates"),
    State(EVENT, "date of an event", "It dates an event."),
    State(EXCLUDED, "left out", "It is neither, for a reason that is given.", "left out with a reason"),
    State(UNACCOUNTED, "unaccounted for", "Nothing says what it is.", "unaccounted for"),
)
"""What becomes of a numeral of a document, the strongest first."""

NUMERAL_KINDS = _named(
    Code("number", "number", "It counts or measures something."),
    Code("date", "date", "It names a time."),
    Code("ordinal", "ordinal", "It puts things in order."),
    Code("vague", "vague count", "It counts and has no value."),
    Code("name", "name", "It is part of a name, a code or an address."),
    Code("mark", "mark", "It numbers a note, a list or a page."),
    Code("idiom", "idiom", "It is a manner of speaking."),
)
"""What a numeral looks like by itself, as it is read."""

SURE, LIKELY, OPEN = "sure", "likely", "open"

SURENESSES = _named(
    Code(SURE, "Surely right", "Nothing else fits."),
    Code(LIKELY, "Likely right", "The words say so; another reading is possible."),
    Code(OPEN, "To be looked at", "Something that the row needs is not in the words."),
)
"""How sure a draft is."""

DIGITS_ONLY = "digits only"
"""What stands beside the coverage of a document whose number words are not read."""

OF_PERIOD, OF_PUBLICATION, OF_ORDER, OF_NAME = "period", "publication", "ordinal", "name"
OF_IDIOM, OF_REPEAT, OF_DURATION = "idiom", "repeat", "duration"
OF_RELATION, OF_VAGUENESS, OF_MARK = "relative", "vague", "mark"

REASONS = _named(
    Code(OF_PERIOD, "dates a number or a sentence"),
    Code(OF_PUBLICATION, "dates a publication"),
    Code(OF_ORDER, "puts things in order"),
    Code(OF_NAME, "part of a name"),
    Code(OF_IDIOM, "a manner of speaking"),
    Code(OF_REPEAT, "repeats a number that is recorded elsewhere"),
    Code(OF_DURATION, "a span of time that is not measured"),
    Code(OF_RELATION, "a time told from another time"),
    Code(OF_VAGUENESS, "a vague count, which has no value"),
    Code(OF_MARK, "the number of a list, a note or a page"),
)
"""Why a numeral is neither a number of the register nor the date of an event."""

INTACT, MOVED, NUMBER_CHANGED, GONE = "intact", "moved", "number-changed", "gone"
UNVERIFIED, OF_REFERENCE, OF_CALCULATION = "unverified", "reference", CALCULATED.code

EVIDENCE = _named(
    Code(INTACT, "Verified", "The document has these words at this place."),
    Code(MOVED, "Moved", "The document has these words at another place."),
    Code(NUMBER_CHANGED, "Number changed", "The document has another number there."),
    Code(GONE, "Gone", "The document does not have these words."),
    Code(UNVERIFIED, "Not verified here", "The document is not here."),
    Code(OF_REFERENCE, "Reference", "Known by its address."),
    Code(OF_CALCULATION, CALCULATED.words, CALCULATED.meaning),
)
"""What became of the passage a number was read from."""

HERE, CHANGED, ABSENT = "here", "changed", "absent"

PRESENCES = _named(
    Code(HERE, "Text matches our copy", "The text is the very one that was read: its SHA-256 is as registered."),
    Code(CHANGED, "Changed", "The text is not the one that was read: its SHA-256 differs. It is not shown."),
    Code(ABSENT, "Not here", "The text is not in the seeds folder."),
)
"""Whether a document's text is in the seeds folder."""

MATCHED, DISPUTED, NOT_FOUND = "matched", "disputed", "not-found"
OTHER_PERIOD, OTHER_SCOPE = "other-period", "other-scope"

VERDICTS = _named(
    Code(DISPUTED, "Disputed", "A reference says otherwise, or references differ."),
    Code(MATCHED, "Matches public statistics", "The same number stands in a reference."),
    Code(OTHER_PERIOD, "Not comparable: another period", "The reference has the same thing at another time."),
    Code(OTHER_SCOPE, "Not comparable: measures something near it", "The reference measures something near it."),
    Code(NOT_FOUND, "Not found", "No reference good enough was found."),
)
"""What comes of holding a number against references: of several, the first of these is that on the number."""

NOT_COMPARABLE = "not-comparable"

OUTCOMES = _named(
    Outcome(MATCHED, "Matches public statistics", VERDICTS[MATCHED].meaning, "matches", "match"),
    Outcome(DISPUTED, "Disputed", VERDICTS[DISPUTED].meaning, "is disputed", "are disputed"),
    Outcome(
        NOT_COMPARABLE,
        "Not comparable",
        "A reference has the same thing at another time, or something near it.",
        "is not comparable",
        "are not comparable",
    ),
    Outcome(NOT_FOUND, "Not found", VERDICTS[NOT_FOUND].meaning, "was not found", "were not found"),
)
"""Verdicts as readers are first told them: why two numbers are not comparable comes after that they are not."""


def outcome(verdict: str) -> Outcome:
    """What a verdict is told as."""
    return OUTCOMES[NOT_COMPARABLE if verdict in (OTHER_PERIOD, OTHER_SCOPE) else verdict]


CONFLICT, DOUBT, AGREE, SCOPE = "conflict", "doubt", "", "scope"

ACCOUNTS = _named(
    Code(CONFLICT, "Contradict", "No value satisfies both accounts."),
    Code(DOUBT, "May agree", "Far apart or at odds, and yet both can be true."),
    Code(AGREE, "Agree", "Some value satisfies every account."),
    Code(SCOPE, "Not the same quantity", "The accounts are of different things."),
)
"""How accounts of one thing go together, the gravest first; "" where nothing is said against it."""

AT_ODDS = (CONFLICT, DOUBT)
"""What is said of accounts of one thing that differ."""

CONFLICT_VERDICTS: Mapping[str, Code] = _named(*(entry for entry in ACCOUNTS.values() if entry.code))
"""What a row of conflicts.csv can say."""

ERROR, WARNING = "error", "warning"

LEVELS = _named(
    Code(ERROR, "error", "While it is broken the register is not valid."),
    Code(WARNING, "warning", "It may be broken for a reason: worth a look."),
)
"""How much it matters that a rule is broken, what weighs most first."""

ADDED, REMOVED, CHANGED, RENAMED, WITHDRAWN = "added", "removed", "changed", "renamed", "withdrawn"

CHANGES = _named(
    Code(REMOVED, "removed", "It is gone, and nothing says why: released ids are to be retired."),
    Code(WITHDRAWN, "withdrawn", "It is gone, and retired.csv says why."),
    Code(CHANGED, "changed", "It is another than it was."),
    Code(RENAMED, "renamed", "It has another id, which retired.csv names."),
    Code(ADDED, "added", "It is new."),
)
"""What became of a row between two versions of the data, the gravest first."""

MAJOR, MINOR, PATCH = "major", "minor", "patch"

WEIGHTS = _named(
    Code(
        MAJOR,
        "what a citation would notice",
        "Who cited it has to look again: a value, its bounds, time, place or source.",
    ),
    Code(MINOR, "what is new or judged anew", "What was cited still stands."),
    Code(PATCH, "wording and places", "The numbers and what is said of them are the same."),
)
"""What a change asks of the version of the data, the heaviest first, as semantic versions have it: https://semver.org."""

"""The sign of each code of the vocabulary: how charts draw a qualifier, how a tag shows a status or a verdict.

A qualifier's color is that of the number's source; its sign is the shape of the mark's end. What is meant is never said
by color alone: each kind of tag has a glyph beside its color, which the stylesheets give to the class `tag-<kind>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from validation import vocabulary as codes

Kind = Literal["note", "ok", "warn", "error"]
"""How a tag or a notice is meant."""

GLYPHS: Mapping[Kind, str] = {"note": "i", "ok": "✓", "warn": "!", "error": "×"}
"""Beside the color of a kind."""

Fill = Literal["full", "second", "ok", "warn", "error", "plain", "hatched", "pale", "hollow"]
"""How a part of a bar is filled: in the colors of charts, of what is meant, or gray in four ways."""

End = Literal["", "arrow", "taper", "open", "span"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How charts draw a qualifier: what the end of a bar becomes, over so many pixels, and how thick a limit is.

    An arrow goes on from the value, a taper stops in a point before it, an open end stands before a dashed line, a
    span reaches to another value; none of them adds a number. `bar`, `square` and `point` are the words for it in a
    chart's key, "" where such a mark says nothing of it.
    """

    end: End = ""
    length: int = 0
    limit: int = 0
    bar: str = ""
    square: str = ""
    point: str = ""


MARKS: Mapping[str, Mark] = {
    codes.EXACT: Mark(),
    codes.ABOUT: Mark("open", 4, bar="a dashed end", square="a dashed edge", point="a dashed ring"),
    codes.OVER: Mark("arrow", 34, bar="an arrow", square="an arrow", point="an arrow to the right"),
    codes.AT_LEAST: Mark(
        "arrow",
        34,
        limit=4,
        bar="an arrow from a thick line",
        square="an arrow from a line",
        point="an arrow from a line",
    ),
    # "Under" may be far below its limit and "nearly" is not, hence a long and a short taper.
    codes.NEARLY: Mark(
        "taper",
        11,
        limit=2,
        bar="a point before a line",
        square="a square inside a frame",
        point="an arrow to the left",
    ),
    codes.UNDER: Mark(
        "taper",
        26,
        limit=2,
        bar="a long point before a line",
        square="a square inside a frame",
        point="an arrow to the left",
    ),
    codes.AT_MOST: Mark(
        "taper",
        26,
        limit=4,
        bar="a long point before a thick line",
        square="a square inside a frame",
        point="an arrow to the left",
    ),
    codes.RANGE: Mark("span", bar="a pale span", square="a frame around a square"),
}


class _Kinds(dict[str, Kind]):
    """Kinds by code. Any other code, which only a draft can have, is a mistake."""

    def __missing__(self, code: str) -> Kind:
        return "error"


STATUSES = _Kinds({**dict.fromkeys(codes.STATUSES, "note"), codes.UNVERIFIED_STATUS: "warn"})

BASES = _Kinds(dict.fromkeys(codes.BASES, "note"))

EVIDENCE: Mapping[str, Kind] = {
    codes.INTACT: "ok",
    codes.MOVED: "warn",
    codes.NUMBER_CHANGED: "error",
    codes.GONE: "error",
    codes.UNVERIFIED: "note",
    codes.OF_REFERENCE: "note",
    codes.OF_CALCULATION: "note",
}

PRESENCES: Mapping[str, Kind] = {codes.HERE: "ok", codes.CHANGED: "warn", codes.ABSENT: "note"}

Shape = Literal["tick", "unequal", "rings", "empty", "tilde", "cross"]
"""The sign of a verdict, which is told by its shape first: a disc with a tick, a square, two rings, a dashed ring."""


class _Shapes(dict[str, Shape]):
    """Shapes by code. Any other code, which only a draft can have, is a mistake."""

    def __missing__(self, code: str) -> Shape:
        return "cross"


VERDICTS = _Shapes(
    {
        codes.MATCHED: "tick",
        codes.DISPUTED: "unequal",
        codes.OTHER_PERIOD: "rings",
        codes.OTHER_SCOPE: "rings",
        codes.NOT_COMPARABLE: "rings",
        codes.NOT_FOUND: "empty",
    }
)

OUTCOME_FILLS: Mapping[str, Fill] = {
    codes.MATCHED: "ok",
    codes.DISPUTED: "warn",
    codes.NOT_COMPARABLE: "plain",
    codes.NOT_FOUND: "hollow",
}

NUMERAL_FILLS: Mapping[str, Fill] = {
    codes.RECORDED: "full",
    codes.EVENT: "second",
    codes.EXCLUDED: "pale",
    codes.UNACCOUNTED: "error",
}

ACCOUNTS = _Shapes({codes.CONFLICT: "unequal", codes.DOUBT: "tilde", codes.AGREE: "tick", codes.SCOPE: "rings"})

OBJECTIONS = _Kinds({codes.CONFLICT: "warn", codes.DOUBT: "note", codes.SCOPE: "note"})
"""How grave it is what another account says."""

CHANGES: Mapping[str, Kind] = {
    codes.REMOVED: "error",
    codes.WITHDRAWN: "warn",
    codes.CHANGED: "warn",
    codes.RENAMED: "note",
    codes.ADDED: "ok",
}
"""What became of a thing from release to release."""

LEVELS: Mapping[str, Kind] = {"error": "error", "warning": "warn"}

"""The verdicts on numbers held against references: their order, and what several of them come to."""

from __future__ import annotations

from collections.abc import Iterable

WORST_FIRST = ("contradicted", "contested", "other-scope", "other-period", "corroborated", "not-found")
"""The order in which verdicts are shown: what speaks against a number before what speaks for it."""

# References that measure the number's own quantity decide; where none does, the nearest that was found is named.
_PRECEDENCE = ("contradicted", "contested", "corroborated", "other-period", "other-scope", "not-found")


def overall(verdicts: Iterable[str]) -> str:
    """What the verdicts of one number's references come to; "" where there are none.

    A number that one reference contradicts and another corroborates is contested. Else one reference that contradicts
    or contests it outweighs those that don't, and a reference for another period or scope takes nothing from one that
    corroborates it.

    Raises
    ------
    ValueError
        for a verdict that there isn't
    """
    given = set(verdicts)
    if unknown := given.difference(WORST_FIRST):
        raise ValueError(f"a verdict must be one of {', '.join(WORST_FIRST)}, not {min(unknown)}")
    if given >= {"contradicted", "corroborated"}:
        return "contested"
    return next((verdict for verdict in _PRECEDENCE if verdict in given), "")

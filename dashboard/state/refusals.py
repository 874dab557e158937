"""Why an address can't be answered, in words a reader can act on.

Refusal
├── Unknown         404: nothing has that id or address
└── Unacceptable    400: a parameter of the address has a value that means nothing here
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

LOOKED_THROUGH = 2_000
"""Of more names only those are looked through for a like one that stand around it: each takes a while to compare."""


class Refusal(Exception):
    """Raised by a page or a download whose address can't be answered.

    `title` and `explanation` are for people; `exist` are the names that would do and `nearest` those that look like
    what was asked for; `root` followed by such a name is its address, None where they have none.
    """

    status = 400
    title = "This address can’t be answered"

    def __init__(self, explanation: str, asked: str = "", exist: Collection[str] = (), root: str | None = None) -> None:
        super().__init__(explanation)
        self.explanation = explanation
        self.exist = sorted(exist)
        self.nearest = get_close_matches(asked, _around(asked, self.exist), n=5, cutoff=0.5)
        self.root = root

    def __str__(self) -> str:
        """The refusal on a few plain lines, as programs get it."""
        lines = [self.explanation]
        if self.nearest:
            lines.append("Nearest: " + ", ".join(self.nearest))
        if self.exist:
            lines.append("There is: " + ", ".join(self.exist))
        return "\n".join(lines)


class Unknown(Refusal):
    """No `kind` ("indicator") has the id that was asked for; `exist` are the ids there are."""

    status = 404

    def __init__(self, kind: str, asked: str, exist: Collection[str] = (), root: str | None = None) -> None:
        super().__init__(f"No {kind} is called “{asked}”.", asked, exist, f"/{kind}s/" if root is None else root)
        self.title = f"No such {kind}"


class Unacceptable(Refusal):
    """A parameter's value is none of those accepted."""

    title = "A part of this address means nothing here"

    def __init__(self, parameter: str, value: str, accepted: Collection[str]) -> None:
        super().__init__(f"{parameter} must be one of those below, not “{value}”.", value, accepted)
        self.parameter = parameter
        self.value = value


def demand(parameter: str, values: Iterable[str], accepted: Collection[str]) -> None:
    """Raises `Unacceptable` for the first of a parameter's values that is not accepted."""
    for value in values:
        if value not in accepted:
            raise Unacceptable(parameter, value, accepted)


def _around(asked: str, names: Sequence[str]) -> Sequence[str]:
    """The names that stand around the place of one in the order of their letters."""
    at, half = bisect_left(names, asked), LOOKED_THROUGH // 2
    return names[max(0, at - half) : at + half]

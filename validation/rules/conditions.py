"""When a rule has something to say: what it needs to have been read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps

from validation.findings import Fault
from validation.model.register import Register

Rule = Callable[[Register], Iterator[Fault]]


def needs(*names: str) -> Callable[[Rule], Rule]:
    """A rule that says nothing where one of these tables could not be read: that is the finding."""

    def guarded(rule: Rule) -> Rule:
        @wraps(rule)
        def asked(register: Register) -> Iterator[Fault]:
            if set(names) <= register.tables.keys():
                yield from rule(register)

        return asked

    return guarded

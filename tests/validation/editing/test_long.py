"""A long document takes time in proportion to its length, and a decision on it hardly more than on a short one."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import edits, unread
from validation.editing.changes import Change, changed
from validation.editing.desk import broken
from validation.language import numerals
from validation.model.drafting.drafts import drafts, ways
from validation.model.register import Register, load
from validation.rules.coverage import exclusions_are_needed

pytestmark = pytest.mark.long

LONG, SHORT = 3200, 200


def of_length(folder: Path, count: int, *, left: int) -> Register:
    """The bees with so many numerals in the letter, the last of which are left."""
    datasets, seeds = unread.write(folder)
    names = (word(one) for one in range(count))
    sentences = [f"In valley {name} some {place:,} hives stood." for place, name in enumerate(names, start=10_000)]
    text = "\n\n".join(sentences) + "\n"
    file = load(datasets, None).sources[unread.SOURCE].file
    (seeds / file).write_text(text, encoding="utf-8")
    length, sha256 = str(len(text)), hashlib.sha256(text.encode()).hexdigest()
    for column, value in {"characters": length, "body_end": length, "sha256": sha256}.items():
        edits.set_cell(datasets, "sources", unread.SOURCE, column, value)
    found = numerals.read(text)[: count - left]
    with edits.rows_of(datasets, "exclusions") as rows:
        rows += [excluded(text, one.start, one.end) for one in found]
    return load(datasets, seeds)


def word(number: int) -> str:
    """A name that no language reads as a numeral: the number's digits as letters."""
    return "".join("bcdfghjklm"[int(digit)] + "a" for digit in str(number))


def excluded(text: str, start: int, end: int) -> dict[str, str]:
    place = {"start": str(start), "end": str(end), "quote": text[start:end]}
    return {"source_id": unread.SOURCE, "reason": "idiom", **place}


def seconds(look: Callable[[], object]) -> float:
    started = time.process_time()
    look()
    return time.process_time() - started


@pytest.mark.parametrize(
    "look",
    [
        lambda register: list(exclusions_are_needed(register)),
        lambda register: drafts(register, unread.SOURCE),
    ],
    ids=["exclusions", "drafts"],
)
def test_the_whole_takes_time_in_proportion(tmp_path: Path, look: Callable[[Register], object]) -> None:
    times = []
    for count in (SHORT, LONG):
        register = of_length(tmp_path / str(count), count, left=count // 4)
        assert register.documents[unread.SOURCE].numerals
        times.append(min(seconds(lambda register=register: look(replace(register))) for _ in range(2)))
    assert times[1] < 2 * LONG / SHORT * times[0]


def test_one_numeral_takes_hardly_longer(tmp_path: Path) -> None:
    times = []
    for count in (SHORT, LONG):
        register = of_length(tmp_path / str(count), count, left=1)
        last = register.documents[unread.SOURCE].numerals[-1]

        def decide(register: Register = register, start: int = last.start, end: int = last.end) -> None:
            found = ways(register, unread.SOURCE, start, end)
            change = Change(next(iter(found.values())).rows)
            assert broken(register, changed(register, change), change) == []

        decide()
        times.append(min(seconds(decide) for _ in range(2)))
    assert times[1] < 4 * times[0]

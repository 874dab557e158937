"""What is left of a document, and how to go on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.sections.reading.remaining import remaining
from dashboard.state.store import Snapshot, load
from dashboard.web.document import html_text
from tests import collection, edits
from validation.commands.main import COMMANDS
from validation.language.reading import places
from validation.vocabulary import NUMERAL_KINDS


@pytest.fixture
def draft(tmp_path: Path) -> Snapshot:
    """The bees, of whose documents nothing is recorded."""
    datasets, seeds = collection.write(tmp_path)
    for table in ("observations", "mentions", "exclusions"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    return load(datasets, seeds, draft=True)


def test_each_kind_has_its_numerals_with_the_way_to_them(draft: Snapshot) -> None:
    shown = html_text(remaining(draft, "letter-on-bees"))
    text = re.sub("<[^>]+>", "", shown)
    assert "6 unaccounted for" in text or "6 Unaccounted for" in text
    assert "4 numbers: 4,600, 90, 15%, 5" in text
    assert "2 dates: 2021, 1979" in text
    start = draft.register.documents["letter-on-bees"].body.index("4,600")
    assert f"/sources/letter-on-bees?at={start}" in shown


def test_the_commands_that_go_on_are_there(draft: Snapshot) -> None:
    named = re.findall(r"<code>stated-numbers (\w+)", html_text(remaining(draft, "honey-year")))
    assert named == ["draft", "serve"]
    assert set(named) <= {*COMMANDS, "serve"}


def test_of_many_some_are_named(draft: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.sections.reading.remaining.NAMED", 3)
    numbers = remaining_of(draft, "number")
    assert numbers.count("/sources/") == 3
    assert numbers.endswith(", and 9 more")


def remaining_of(draft: Snapshot, kind: str) -> str:
    """The line of a kind, as HTML."""
    lines = re.findall("<li>(<strong>.+?)</li>", html_text(remaining(draft, "honey-year")))
    return next(line for line in lines if f" {kind}" in line)


def test_where_nothing_is_left_nothing_is_said(data: Snapshot) -> None:
    assert remaining(data, "honey-year") == []


def test_every_kind_that_is_read_has_words() -> None:
    kinds = {places.NUMBER, places.DATE, places.ORDINAL, places.VAGUE, places.NAME, places.MARK, places.IDIOM}
    assert set(NUMERAL_KINDS) == kinds

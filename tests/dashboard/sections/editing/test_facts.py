"""What is said of a document itself: as a form, and as the change of its row."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard.sections.editing import facts
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.unread import SOURCE
from validation.editing.desk import Refused
from validation.files.schemas import SOURCES
from validation.model.drafting.draft import Row

STANDING = Row("sources", {**dict.fromkeys(SOURCES.columns, ""), "title": "Bees  swarm", "inferred": "title published"})


def test_what_a_person_writes_is_guessed_no_longer_and_all_else_stays() -> None:
    made = facts.change(STANDING, {"title": "Bees swarm", "published": " 2021 ", "sha256": "0"})
    assert made.removed == (STANDING,)
    assert made.added == (Row("sources", {**STANDING.values, "published": "2021", "inferred": "title"}),)
    assert facts.words("letter", made) == "About letter: published"


def test_nothing_is_written_where_nothing_has_changed() -> None:
    with pytest.raises(Refused):
        facts.change(STANDING, {"title": " Bees swarm ", "published": ""})


def test_a_row_that_was_changed_has_another_stamp() -> None:
    other = replace(STANDING, values={**STANDING.values, "note": "Old."})
    assert facts.stamp(STANDING) != facts.stamp(other)


def test_each_fact_has_a_label_a_hint_and_a_place_for_its_fault(bees: Snapshot, at: Callable[..., tuple]) -> None:
    shown = html_text(facts.layout(bees.register, at("90")[0], "106-108", ()))
    for one in facts.FACTS:
        assert f'<label for="fact-{one.column}">' in shown
        assert f'aria-describedby="fact-{one.column}-hint fact-{one.column}-fault"' in shown
        assert f'id="fact-{one.column}-hint">{one.hint}</p>' in shown
        assert f'id="fact-{one.column}-fault"' in shown
    title = facts.row(bees.register, SOURCE).values["title"]
    assert re.search(rf'<input [^>]*name="title"[^>]*value="{title}"', shown)
    assert f'href="/edit/{SOURCE}?at=106-108"' in shown, "the way back"

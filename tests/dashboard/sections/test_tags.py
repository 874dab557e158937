"""Codes as tags, each in its words with its sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from dash.development.base_component import Component

from dashboard.design import elements, signs
from dashboard.design.signs import GLYPHS, Kind, Shape
from dashboard.sections import tags
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import text
from validation import vocabulary
from validation.vocabulary import Code

TABLES: list[tuple[Callable[[str], Component], Mapping[str, Code], Mapping[str, Kind]]] = [
    (tags.evidence, vocabulary.EVIDENCE, signs.EVIDENCE),
    (tags.presence, vocabulary.PRESENCES, signs.PRESENCES),
]
SHAPED: list[tuple[Callable[[str], Component], Mapping[str, Any], Mapping[str, Shape]]] = [
    (tags.verdict, vocabulary.VERDICTS, signs.VERDICTS),
    (tags.told, vocabulary.OUTCOMES, signs.VERDICTS),
    (tags.accounts, vocabulary.ACCOUNTS, signs.ACCOUNTS),
]


@pytest.mark.parametrize(("tag", "entries", "kinds"), TABLES)
def test_every_code_has_its_tag(
    tag: Callable[[str], Component], entries: Mapping[str, Code], kinds: Mapping[str, Kind]
) -> None:
    for code, entry in entries.items():
        assert text(html_text(tag(code))) == f"{GLYPHS[kinds[code]]} {entry.words}"


@pytest.mark.parametrize(("tag", "entries", "shapes"), SHAPED)
def test_what_something_came_to_has_its_shape(
    tag: Callable[[str], Component], entries: Mapping[str, Any], shapes: Mapping[str, Shape]
) -> None:
    for code, entry in entries.items():
        assert html_text(tag(code)) == html_text(elements.verdict(shapes[code], entry.words, entry.meaning))


@pytest.mark.parametrize("code", vocabulary.VERDICTS)
def test_why_a_number_is_not_comparable_comes_second(code: str) -> None:
    written = html_text(tags.outcome(code))
    assert text(written) == vocabulary.VERDICTS[code].words.partition(":")[0]
    assert vocabulary.VERDICTS[code].meaning in written


@pytest.mark.parametrize(("status", "entry"), vocabulary.STATUSES.items())
def test_only_what_is_no_plain_statement_has_a_tag(data: Snapshot, status: str, entry: Code) -> None:
    number = replace(data.register.observations["honey-report"], status=status)
    found = [text(html_text(tag)).split(" ", 1)[1] for tag in tags.status(number)]
    assert found == ([] if status == vocabulary.STATED_STATUS else [entry.words])


def test_what_is_calculated_says_so_whatever_its_status(data: Snapshot) -> None:
    (tag,) = tags.status(data.register.derived["honey-before"])
    assert html_text(tag) == html_text(tags.calculated())
    assert "Calculated" in html_text(tag)

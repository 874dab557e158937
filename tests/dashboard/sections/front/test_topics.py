"""The topics of the front page: all numbers and charts are somewhere, a large collection opens topic by topic."""

from __future__ import annotations

import re

import pytest

from dashboard.pages import overview
from dashboard.sections import charts, checks, sources
from dashboard.sections.front import arrangement, topics
from dashboard.sections.listing.asked import listed
from dashboard.state.addresses import parsed, slug
from dashboard.state.refusals import Unacceptable
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import links, show, text
from validation.model.rows import plain_spaces


def test_every_number_of_a_document_is_in_a_card_or_in_the_table(real: Snapshot) -> None:
    drawn = [key for keys in arrangement.ranked(real).values() for key in keys]
    whole = {one.id for key in drawn for one in charts.find(real, key.replace("brief/", "chart/")).numbers}
    alone = {one.id for one in arrangement.alone(real)}
    documents = {one.id for one in real.register.observations if one.source.is_document}
    assert documents <= whole | alone
    shown = show(overview.layout, real)
    assert all(f"/observations/{name}" in links(shown) for name in alone)
    every = re.search(r'href="/data\?(.+?)">All (\d+) as a table', shown)
    assert every
    assert {one.id for one in listed(real, parsed(every[1])).chosen} == documents
    assert int(every[2]) == len(documents)


def test_what_a_number_is_held_against_names_another_place(real: Snapshot) -> None:
    shown = plain_spaces(text(show(overview.layout, real)))
    for number in arrangement.alone(real):
        found = checks.ordered(real.register, number)
        other = found[0].reference if found else None
        if other:
            held = plain_spaces(f"{other.label}, by {sources.name(other.source)}")
            assert (f"{held}, {other.area.name}" in shown) == (other.area != number.area), number.id


def test_every_chart_has_a_way_to_it(real: Snapshot) -> None:
    shown = links(show(overview.layout, real))
    drawn = {key.partition("/")[2] for keys in arrangement.ranked(real).values() for key in keys}
    for name in charts.with_numbers(real):
        of_documents = any(one.told_by.is_document for one in charts.find(real, f"chart/{name}").numbers)
        if name in drawn or not of_documents or charts.find(real, f"chart/{name}").kind == "series":
            assert f"/charts/{name}" in shown


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A collection counts as a large one, of which little is shown at once."""
    monkeypatch.setattr(arrangement, "WHOLE", 5)
    monkeypatch.setattr(arrangement, "FIRST", 3)


@pytest.mark.usefixtures("large")
def test_of_a_large_collection_little_is_shown_at_once(real: Snapshot) -> None:
    shown = show(overview.layout, real)
    parts = re.findall('data-part="(.+?)"', shown)
    assert parts == [f"/?topic={slug(name)}" for name in list(arrangement.ranked(real))[1:]]
    assert all(f'href="{part}"' in shown for part in parts), "without scripts they are links"
    first = next(iter(arrangement.ranked(real).values()))
    assert shown.count('data-figure="brief') + shown.count('data-figure="chart') == len(first[:1])


@pytest.mark.usefixtures("large")
def test_of_a_topic_with_many_charts_few_are_drawn_and_all_are_named(
    real: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topics, "DRAWN", 1)
    topic, keys = max(arrangement.ranked(real).items(), key=lambda one: len(one[1]))
    page = show(overview.layout, real, f"topic={slug(topic)}")
    assert 0 < page.count("<figure") == len(arrangement.few(real, keys)) < len(keys)
    assert all(f"/{key.replace('brief/', 'charts/')}" in links(page) for key in keys)


@pytest.mark.usefixtures("large")
def test_each_topic_is_whole_at_its_own_address(real: Snapshot) -> None:
    for topic, keys in arrangement.ranked(real).items():
        page = show(overview.layout, real, f"topic={slug(topic)}")
        assert all(f"/{key.replace('brief/', 'charts/')}" in links(page) for key in keys)


def test_a_topic_there_is_not_is_refused(real: Snapshot) -> None:
    with pytest.raises(Unacceptable, match="trade"):
        overview.layout(real, topic="money")

"""The page of comparisons."""

from __future__ import annotations

from dashboard.pages import compare
from dashboard.sections import comparisons
from dashboard.state.store import Snapshot
from tests.dashboard.pages.shown import ids, show, text
from validation.vocabulary import ACCOUNTS, CONFLICT


def test_sections_go_from_the_gravest_verdict_down(bees: Snapshot) -> None:
    shown = show(compare.layout, bees)
    sections = [compare.place(verdict) for verdict in ACCOUNTS.values()]
    present = [id for id in ids(shown) if id in sections]
    assert present == [name for name in sections if name in present]
    assert present[0] == compare.place(ACCOUNTS[CONFLICT])


def test_every_comparison_is_shown(real: Snapshot) -> None:
    shown = ids(show(compare.layout, real))
    assert {f"accounts-{one.id}" for one in comparisons.all_of(real)} <= set(shown)


def test_the_heading_counts(bees: Snapshot) -> None:
    assert "4 things are stated more than once; 2 of them at odds" in text(show(compare.layout, bees))

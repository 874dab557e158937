"""What became of a passage when its document changed: intact, moved, another number, or gone."""

from __future__ import annotations

import pytest

from validation.files import passages
from validation.files.documents import Document
from validation.files.passages import Outcome, outcome

TEXT = (
    "Trade has surged 41.3%, hitting $73.15 billion this year. Each hive gave at least 12 kg, and more. "
    "It fell in the 19th and the 20th century."
)


def became(quote: str, printed: str, text: str = TEXT, start: int | None = None) -> Outcome:
    """The outcome of a quote of `TEXT` in a text."""
    start = TEXT.find(quote) if start is None else start
    return outcome(
        Document("a", "a.txt", text, len(text), "", unchanged=False), start, start + len(quote), quote, printed
    )


def test_a_quote_that_stands_is_intact():
    assert became("surged 41.3%, hitting", "41.3%").kind == "intact"


def test_a_quote_that_stands_elsewhere_has_moved():
    assert became("surged 41.3%, hitting", "41.3%", "Corrected. " + TEXT) == Outcome(
        "moved", 21, 42, "surged 41.3%, hitting"
    )


@pytest.mark.parametrize(
    ("quote", "printed", "old", "new", "found"),
    [
        ("surged 41.3%, hitting", "41.3%", "41.3%", "14.3%", "14.3%"),
        ("surged 41.3%, hitting", "41.3%", "41.3%", "over 41.3%", "over 41.3%"),
        ("%, hitting $73.15 billion", "$73.15 billion", "$73.15", "$71.35", "$71.35 billion"),
        ("hive gave at least 12 kg", "12 kg", "at least 12 kg", "12 kg", "12 kg"),
        ("hive gave at least 12 kg", "12 kg", "12 kg", "12 pounds", "at least 12 pounds"),
        ("the 19th and the 20th century", "", "19th", "18th", "the 18th and the 20th century"),
    ],
)
def test_a_number_that_changed_is_told_from_a_passage_that_is_gone(quote, printed, old, new, found):
    result = became(quote, printed, TEXT.replace(old, new))
    assert (result.kind, result.found) == ("number-changed", found)


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (f"{'so and so ' * 5}about 12 it", "number-changed"),
        (f"{'so and so ' * 5}about 12 kg, it", "gone"),
    ],
)
def test_a_number_is_looked_for_in_the_sixty_characters_between_its_words(now, kind):
    text = f"hives {now} was"
    assert became("hives 41% it was", "41%", text, start=0).kind == kind


def test_a_number_is_looked_for_without_a_pattern(monkeypatch):
    """A pattern for each row would be compiled anew, and read a long text ten times as slowly."""
    monkeypatch.setattr(passages.re, "finditer", lambda *_: pytest.fail("a pattern over the whole text"))
    assert became("surged 41.3%, hitting", "41.3%", TEXT.replace("41.3%", "14.3%")).found == "14.3%"
    assert became("surged 41.3%, hitting", "41.3%", TEXT.replace("41.3%, hit", "14.3%, mee")).kind == "gone"


@pytest.mark.parametrize(
    ("quote", "old", "new"),
    [
        ("Trade has surged 41.3%, hitting", "hitting", "reaching"),
        ("Trade has surged 41.3%, hitting", "surged 41.3%, ", ""),
        ("surged 41.3%, hitting", TEXT, "Nothing of the kind."),
    ],
)
def test_words_that_changed_around_the_same_number_are_gone(quote, old, new):
    assert became(quote, "41.3%", TEXT.replace(old, new)).kind == "gone"

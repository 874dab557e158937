import re
from itertools import chain
from types import SimpleNamespace

import pytest

from validation.language import qualifiers
from validation.language.qualifiers import (
    _QUALIFYING,
    BEFORE,
    BETWEEN,
    NEGATED,
    as_said,
    fallen,
    readings,
    said,
    unverified,
)
from validation.language.reading.words import KINDS
from validation.vocabulary import QUALIFIERS

SAID = [
    ("of which over 30% agree", "30%", "over", "over", "over 30%"),
    ("Around 20% of it lies", "20%", "about", "Around", "Around 20%"),
    ("sees nearly one million boxes", "one million", "nearly", "nearly", "nearly one million"),
    ("around a dozen ships sailed", "dozen", "about", "around", "around a dozen"),
    ("around a dozen ships sailed", "a dozen", "about", "around", "around a dozen"),
    ("an estimated 5,000 people", "5,000", "about", "an estimated", "an estimated 5,000"),
    ("some 40 ships", "40", "about", "some", "some 40"),
    ("built c.1860 or so", "1860", "about", "c.", "c.1860"),
    ("~30 % of it", "30 %", "about", "~", "~30 %"),
    ("for no more than 5 years", "5", "at-most", "no more than", "no more than 5"),
    ("for more than 5 years", "5", "over", "more than", "more than 5"),
    ("No fewer than 5 ships", "5", "at-least", "No fewer than", "No fewer than 5"),
    ("fewer than 5 ships", "5", "under", "fewer than", "fewer than 5"),
    ("just under 5 km", "5", "nearly", "just under", "just under 5"),
    ("under 5 km", "5", "under", "under", "under 5"),
    ("up to 5 km", "5", "at-most", "up to", "up to 5"),
    ("as  many\u00a0as 5 km", "5", "at-most", "as  many as", "as  many as 5"),
    ("a dozen or so ships", "a dozen", "about", "or so", "a dozen or so"),
    ("5 or more ships", "5", "at-least", "or more", "5 or more"),
    ("5 or less of them", "5", "at-most", "or less", "5 or less"),
    ("some 5 or more ships", "5", "at-least", "or more", "5 or more"),
    ("looks more like 60,000 people", "60,000", "about", "more like", "more like 60,000"),
    ("something like 60,000", "60,000", "about", "something like", "something like 60,000"),
    ("is closer to 60,000 than 50,000", "60,000", "about", "closer to", "closer to 60,000"),
    ("is inching closer to 60,000", "60,000", "nearly", "inching closer to", "inching closer to 60,000"),
    ("the 30+ club", "30", "over", "+", "30+"),
    ("a 30-plus club", "30", "over", "-plus", "30-plus"),
]

NOT_SAID = [
    ("there are 30 ships", "30"),
    ("Moreover 30 ships came", "30"),
    ("handed over the 30 islands", "30"),
    ("some of the 30 islands", "30"),
    ("the number is more than that: 30", "30"),
    ("30 plus 5 is 35", "30"),
    ("30+5 is 35", "30"),
    ("it was 30 or more than that", "30"),
    ("over thirty", "30"),
    ("", "30"),
]


@pytest.mark.parametrize(("quote", "printed", "code", "words", "whole"), SAID)
def test_words_beside_a_number_are_its_qualifier(quote, printed, code, words, whole):
    assert said(quote, printed) == (code, words)
    assert as_said(quote, printed) == whole


@pytest.mark.parametrize(("quote", "printed"), NOT_SAID)
def test_other_words_are_none(quote, printed):
    assert said(quote, printed) == ("exact", "")
    assert as_said(quote, printed) == printed


@pytest.mark.parametrize(
    ("code", "phrase"), [(code, phrase) for code, one in QUALIFIERS.items() for phrase in one.said]
)
def test_every_phrase_that_pages_show_says_its_own_code(code, phrase):
    before, behind = f"it was {phrase} 30 km", f"it was 30 {phrase} of them"
    assert code in (said(before, "30")[0], said(behind, "30")[0])
    assert code in (said(before.upper(), "30")[0], said(behind.upper(), "30")[0])


@pytest.mark.parametrize(
    ("quote", "allowed"),
    [
        ("over 12 months", ("over", "exact")),
        ("over 12 boats", ("over",)),
        ("within 12 days", ("at-most", "exact")),
        ("signed up to 12 deals", ("at-most", "exact")),
        ("came closer to 12 boats", ("about", "nearly", "exact")),
    ],
)
def test_words_may_allow_two_readings(quote, allowed):
    found = readings(quote, "12")
    assert found
    assert found.readings == allowed


def test_what_is_not_in_the_quote_has_no_reading():
    assert readings("no number", "12") is None


def test_every_kind_of_a_row_is_looked_for():
    """Else a row that has another would be cut off there, and not be found."""
    for row in (BETWEEN, "no (aux|to)*", *chain(*BEFORE.values(), *NEGATED.values())):
        named = re.findall("[a-z_]+", row)
        assert [kind for kind in named if KINDS[kind] not in _QUALIFYING] == [], row


def test_a_row_is_looked_for_behind_the_last_word_of_any_other_kind(monkeypatch):
    looked = []
    monkeypatch.setattr(qualifiers, "_rows_before", lambda: SimpleNamespace(search=looked.append))
    readings("over the whole of that long year the keepers kept at most 5 hives", "5")
    assert looked == [KINDS["at"] + KINDS["most"]]


def test_words_of_falls_are_named():
    assert fallen("it plunged 13 percent", "13 percent") == "plunged"
    assert fallen("a 13 percent drop in it", "13 percent") == "drop"
    assert fallen("it rose 13 percent", "13 percent") == ""
    assert fallen("it fell by 300", "300") == "fell"
    assert fallen("it lost 300 boats", "300") == "lost"
    assert fallen("it fell to 300", "300") == ""


def test_other_languages_are_not_read_by_english_rules():
    assert said("mehr als over 30 Schiffe", "30", "de") == ("exact", "")


@pytest.mark.parametrize(
    ("attribution", "word"),
    [
        ("rumors", "rumors"),
        ("local Rumours", "Rumours"),
        ("officials, unconfirmed", "unconfirmed"),
        ("an alleged witness", "alleged"),
        ("the Rumorsville Post", ""),
        ("confirmed by customs", ""),
    ],
)
def test_an_attribution_may_call_itself_unverified(attribution, word):
    assert unverified(attribution) == word


@pytest.mark.parametrize("row", [row for rows in qualifiers.BEHIND.values() for row in rows])
def test_every_row_behind_a_number_has_a_word_that_is_looked_for(row):
    asked = re.sub(r"\([^()]*\)[?*]|\w+\?", "", row.replace(qualifiers.COUNTED, ""))
    assert set(re.findall(r"\w+", asked)) & set(qualifiers.SIGNS_BEHIND.split())

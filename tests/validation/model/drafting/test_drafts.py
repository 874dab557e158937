"""The drafts of whole documents: each numeral once, rows that the rules let stand, and mostly what people wrote."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks import drafting, keystrokes
from validation import vocabulary as codes
from validation.commands.new import new
from validation.editing.changes import Change, changed
from validation.files.documents import Document
from validation.model import coverage
from validation.model.drafting.draft import Draft, Ids, Row, pattern, slug
from validation.model.drafting.drafts import drafts
from validation.model.register import Register, load
from validation.reports.report import check

PARTS = re.findall(
    r"[^|]+",
    "In 2021 |about |12 hives|the two states|$5.2 million|30%|one third |, |. The |\n\n|1858 Treaty of Bees|Q4 2019|"
    "ten years later|rose 4.5 percent|[12]|of land| so far this year|8 to 11 euros|a dozen|late seventies|words ",
)

KEYS = ("observation_id", "mention_id", "event_id")
LEFT_TO_PEOPLE = ("conflict/unlisted",)
"""Rules that speak of several rows, which nobody can keep one by one."""


@pytest.fixture(scope="module")
def shipped(root: Path, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> list[drafting.Pair]:
    register = load(root / "datasets", seeds)
    blind = load(drafting.blind(root / "datasets", tmp_path_factory.mktemp("blind")), seeds)
    return list(drafting.pairs(register, blind))


def test_most_of_the_register_is_drafted_as_it_stands(shipped: list[drafting.Pair]) -> None:
    numbers = [one for one in shipped if one.kind == one.draft.kind == codes.RECORDED]
    proposed = [one for one in shipped if one.draft.kind == codes.EXCLUDED]
    assert share([one.agrees(*drafting.FIELDS[one.kind]) for one in shipped]) >= 0.85
    assert share([one.agrees("value", "qualifier") for one in numbers]) >= 0.98
    assert share([one.kind == codes.EXCLUDED for one in proposed]) >= 0.9


@pytest.mark.long
def test_a_person_presses_few_keys_for_most_of_it(root: Path, seeds: Path, tmp_path: Path) -> None:
    register = load(root / "datasets", seeds)
    found = list(keystrokes.costs(register, load(drafting.blind(root / "datasets", tmp_path), seeds)))
    assert median(one.total(names=True) for one in found) <= 4
    assert median(one.total(names=False) for one in found) == 1
    assert share([one.total(names=False) <= 4 for one in found]) >= 0.85


def share(right: list[bool]) -> float:
    return sum(right) / len(right)


def accepted(register: Register, found: list[Draft]) -> Register:
    """The register with every draft in it, each area that was left open filled in."""
    area = next(iter(register.areas))
    rows = [_placed(row, area) for draft in found for row in draft.rows]
    once = {(row.table, next(iter(row.values.values())), row.values.get("start")): row for row in rows}
    return changed(register, Change(tuple(once.values())))


def _placed(row: Row, area: str) -> Row:
    full = {**row.values, "area_id": row.values.get("area_id") or area}
    return replace(row, values=full) if row.table == "observations" else row


@cache
def empty() -> Register:
    """A new collection with one area."""
    with TemporaryDirectory() as folder:
        new(Path(folder), "New")
        area = Row("areas", {"area_id": "valley", "name": "Valley", "kind": "region"})
        return changed(load(Path(folder) / "datasets", None), Change((area,)))


def of_text(text: str) -> Register:
    """It with a text of which nothing is recorded."""
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    source = {"source_id": "text", "kind": "document", "short_name": "Text", "title": "Text", "file": "text.txt"}
    about = {"published": "2022", "language": "en", "sha256": sha256, "characters": str(len(text))}
    document = Document("text", "text.txt", text, len(text), sha256, unchanged=True)
    return replace(changed(empty(), Change((Row("sources", source | about),))), documents={"text": document})


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=25).map("".join))
@pytest.mark.long
def test_drafts_account_for_every_numeral_with_rows_that_stand(text: str) -> None:
    register = of_text(text)
    found = drafts(register, "text")
    after = accepted(register, found)
    [document] = after.documents.values()
    left = {mark.start for mark in coverage.marks(after, document) if mark.state == codes.UNACCOUNTED}
    assert left <= {draft.start for draft in found if draft.sure == codes.OPEN}
    starts = [draft.start for draft in found]
    assert starts == sorted(set(starts))
    doubtful = {draft.row.values.get(key, "") for draft in found if draft.sure == codes.OPEN for key in KEYS}
    broken = [one for one in check(after).findings if one.level == codes.ERROR and one.key not in doubtful]
    assert [one.message for one in broken if one.rule not in LEFT_TO_PEOPLE] == []


def test_what_is_accounted_for_is_drafted_no_more(bees: Register) -> None:
    assert [draft for source in bees.documents for draft in drafts(bees, source)] == []


def test_ids_are_new_words(bees: Register) -> None:
    ids = Ids(bees)
    assert slug("Größe of the “Hives”") == "grosse-of-the-hives"
    assert ids.new("observations", "Hives letter 9") == "hives-letter-9"
    assert ids.new("mentions", "Hives letter 9") == "hives-letter-9-2", "the tables that share their ids"
    assert ids.new("observations", "hives letter") == "hives-letter-2", "one of the register"
    assert ids.new("units", "!") == "unit"
    assert len(ids.new("events", "word " * 40)) <= Ids.LONGEST


def test_a_pattern_is_what_numerals_share() -> None:
    assert pattern("Q4 2019") == pattern("Q1 2020") == "Q# ####"
    assert pattern("Two") == pattern("two")

"""Every corruption is found at its file and line by the rule that names it; what no rule can find is in a list.

Of those chosen `make test` runs an eighth and `make long` the others; with `EVERY_CORRUPTION=1` all are chosen.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.long import one_in
from tests.validation.corruptions.examined import examined
from tests.validation.corruptions.generated import COLLECTIONS, chosen, corruptions
from tests.validation.corruptions.silent import KINDS
from validation.rules.catalog import RULES

Case = tuple[str, str]

CASES: list[Case] = [
    (name, case)
    for name in COLLECTIONS
    for case in (corruptions(name) if os.environ.get("EVERY_CORRUPTION") else chosen(name))
]


@pytest.mark.parametrize(("name", "case"), one_in(8, CASES), ids=map("-".join, CASES))
def test_a_corruption_is_found_where_it_is(name: str, case: str, request: pytest.FixtureRequest) -> None:
    corruption = corruptions(name)[case]
    if corruption.documents and name == "real":
        request.getfixturevalue("seeds")
    verdict = examined(name, case)
    assert verdict.names(corruption), (corruption.file, corruption.line, corruption.rule, sorted(verdict.found))


def test_the_readme_says_how_many_there_are(root: Path, seeds: Path) -> None:
    said = " ".join((root / "README.md").read_text(encoding="utf-8").split())
    everything, run = re.findall(r"in over ([\d,]+) ways and run some ([\d,]+) of them", said)[0]
    assert 0 < sum(len(corruptions(name)) for name in COLLECTIONS) - int(everything.replace(",", "")) < 200
    assert abs(sum(len(chosen(name)) for name in COLLECTIONS) - int(run)) < 10


def test_every_rule_is_broken_in_every_table_it_can_be():
    broken = {(one.rule, one.file) for one in corruptions("real").values() if one.rule}
    assert {rule for rule, _ in broken} == set(RULES)
    assert [(rule, file) for rule, file in broken if not RULES[rule].applies(file)] == []


def test_what_needs_documents_is_said_to():
    for name in COLLECTIONS:
        for one in corruptions(name).values():
            assert (
                one.documents or not one.rule or not RULES[one.rule].reads_documents or one.rule == "document/name"
            ), one


def test_what_no_rule_can_find_is_of_a_kind_that_is_listed():
    silent = [one.id for name in COLLECTIONS for one in corruptions(name).values() if not one.rule]
    assert [case for case in silent if not any(f"-{kind}-" in case for kind in KINDS)] == []
    assert [kind for kind in KINDS if not any(f"-{kind}-" in case for case in silent)] == []


def test_corruptions_are_many_and_always_the_same():
    assert all(len(chosen(name)) >= 100 for name in COLLECTIONS)
    assert len(chosen("real")) >= 150
    assert len(CASES) == len(set(CASES))

"""Every corruption is found at its file and line by the rule that names it; what no rule can find is in a list.

Those chosen are run each time, all of them with `EVERY_CORRUPTION=1`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.validation.corruptions.examined import Verdict, examined
from tests.validation.corruptions.generated import COLLECTIONS, chosen, corruptions
from tests.validation.corruptions.silent import KINDS
from validation.rules.catalog import RULES

Case = tuple[str, str]

CASES: list[Case] = [
    (name, case)
    for name in COLLECTIONS
    for case in (corruptions(name) if os.environ.get("EVERY_CORRUPTION") else chosen(name))
]


@pytest.fixture(scope="module")
def verdicts(request: pytest.FixtureRequest) -> Iterator[Mapping[Case, Future[Verdict]]]:
    """The verdicts on the corruptions of this run, which two processes work out side by side."""
    selected = {item.name.partition("[")[2].removesuffix("]") for item in request.session.items}
    cases = [case for case in CASES if "-".join(case) in selected]
    # Spawned, since other tests leave threads behind that a fork would not carry over.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        yield {case: pool.submit(examined, *case) for case in cases}


@pytest.mark.parametrize("case", CASES, ids="-".join)
def test_a_corruption_is_found_where_it_is(case, verdicts, request):
    name, key = case
    corruption = corruptions(name)[key]
    if corruption.documents and name == "real":
        request.getfixturevalue("seeds")
    verdict = verdicts[case].result()
    assert verdict.names(corruption), (corruption.file, corruption.line, corruption.rule, sorted(verdict.found))
    assert verdict.code == (None if verdict.code is None else 1 if corruption.rule else 0)


def test_the_tally(verdicts, capsys):
    """Everything that was run is found, but for what the list says no rule can find."""
    run = [(case, corruptions(case[0])[case[1]]) for case in verdicts]
    done = [(one, verdicts[case].result()) for case, one in run if not _lacks_documents(case, one.documents)]
    silent = [one for one, _ in done if not one.rule]
    found = [one for one, verdict in done if one.rule and verdict.names(one)]
    everything = sum(len(corruptions(name)) for name in COLLECTIONS)
    with capsys.disabled():
        print(f"\nfound {len(found)} of {len(done)} corruptions (of {everything} that there are);", end=" ")
        print(f"{len(silent)} are of kinds that no rule can find")
    assert len(found) == len(done) - len(silent)


def _lacks_documents(case: Case, documents: bool) -> bool:
    return (
        documents and case[0] == "real" and not any(path.startswith("seeds/") for path in COLLECTIONS["real"]().files)
    )


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
    assert len(chosen("real")) >= 200
    assert len(CASES) == len(set(CASES))

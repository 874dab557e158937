"""A new edition of a document: offsets of quotes that merely moved are rewritten, and nothing else is."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests import collection
from tests.edits import findings
from validation.commands.fix import fix_moved
from validation.model.register import load


@pytest.fixture
def bees(tmp_path: Path) -> tuple[Path, Path]:
    return collection.write(tmp_path)


def edition(seeds: Path, old: str, new: str, file: str = "letter.txt") -> None:
    path = seeds / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_a_sentence_before_them_moves_quotes_and_is_repaired(bees):
    datasets, seeds = bees
    edition(seeds, "Around 4,600 hives", "Spring was late. Around 4,600 hives")
    rules = {finding.rule for finding in findings(datasets, seeds)}
    assert rules == {"document/checksum", "document/length", "evidence/moved"}
    changes = fix_moved(datasets, seeds)
    assert {change.field for change in changes} == {"start", "end", "sha256", "characters", "body_end"}
    assert findings(datasets, seeds, require_seeds=True) == []


def test_only_the_cells_that_changed_are_rewritten(bees):
    datasets, seeds = bees
    before = {path.name: path.read_text(encoding="utf-8").splitlines() for path in datasets.glob("*.csv")}
    edition(seeds, "The mite came", "By then the mite came")
    changes = fix_moved(datasets, seeds)
    touched = {(change.file, change.line) for change in changes}
    for name, lines in before.items():
        after = (datasets / name).read_text(encoding="utf-8").splitlines()
        differing = {
            (name, number) for number, pair in enumerate(zip(lines, after, strict=True), 1) if pair[0] != pair[1]
        }
        assert differing == {place for place in touched if place[0] == name}


def test_a_changed_number_stays_a_finding(bees):
    datasets, seeds = bees
    edition(seeds, "Around 4,600 hives", "Dear reader. Around 6,400 hives")
    fix_moved(datasets, seeds)
    (finding,) = [finding for finding in findings(datasets, seeds) if finding.rule.startswith("evidence/")]
    assert finding.rule == "evidence/number"
    assert '"Around 6,400 hives", not "Around 4,600 hives"' in finding.message


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("yield reached about 90 tonnes in", "yield reached about 60 tonnes in", "evidence/number"),
        ("yield reached about 90 tonnes in", "yield reached over 90 tonnes in", "evidence/number"),
        ("yield reached about 90 tonnes in", "yield reached about 90 kilograms in", "evidence/number"),
        ("Its meadows cover 5 square kilometres", "Nothing is said of land", "evidence/gone"),
    ],
)
def test_each_row_of_a_changed_document_gets_its_outcome(bees, old, new, rule):
    datasets, seeds = bees
    edition(seeds, old, new)
    found = [finding for finding in findings(datasets, seeds) if finding.rule.startswith("evidence/")]
    assert rule in {finding.rule for finding in found}
    assert sum(finding.rule == "document/checksum" for finding in findings(datasets, seeds)) == 1


def test_a_quote_that_stands_twice_now_is_not_guessed(bees):
    datasets, seeds = bees
    edition(seeds, "Around 4,600 hives stood in", "I said: Around 4,600 hives stood in it. Around 4,600 hives stood in")
    fix_moved(datasets, seeds)
    found = [finding for finding in findings(datasets, seeds) if finding.value == "18"]
    assert [finding.rule for finding in found] == ["evidence/moved"]
    assert "one of 2 places" in found[0].message


def test_nothing_to_fix_changes_no_byte(bees):
    datasets, seeds = bees
    before = {path: path.read_bytes() for path in datasets.iterdir()}
    assert fix_moved(datasets, seeds) == []
    assert {path: path.read_bytes() for path in datasets.iterdir()} == before


def test_the_comments_behind_the_article_stay_behind_it(bees):
    datasets, seeds = bees
    edition(seeds, "Keepers in the Ash Valley", "The keepers of the whole Ash Valley", "report.txt")
    fix_moved(datasets, seeds)
    body = load(datasets, seeds).documents["honey-year"].body
    assert body.endswith("swarms were lost.\n\n")
    assert not difflib.get_close_matches("Readers write", body.splitlines())

"""A new edition of a document: offsets of quotes that merely moved are rewritten, and nothing else is."""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from tests.edits import findings, rewrite, rows_of, set_cell
from validation.commands.fix import fix_moved
from validation.commands.main import main
from validation.model.register import load

DATASETS, SEEDS = Path("datasets"), Path("seeds")
pytestmark = pytest.mark.usefixtures("bees")


def edition(old: str, new: str, file: str = "letter.txt") -> None:
    path = SEEDS / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_a_sentence_before_them_moves_quotes_and_is_repaired():
    edition("Around 4,600 hives", "Spring was late. Around 4,600 hives")
    rules = {finding.rule for finding in findings(DATASETS, SEEDS)}
    assert rules == {"document/checksum", "document/length", "evidence/moved"}
    changes = fix_moved(DATASETS, SEEDS)
    assert {change.field for change in changes} == {"start", "end", "sha256", "characters", "body_end"}
    assert findings(DATASETS, SEEDS, require_seeds=True) == []


def test_an_article_that_goes_on_to_the_end_still_does():
    set_cell(DATASETS, "sources", "letter-on-bees", "body_end", "")
    edition("Around 4,600 hives", "Spring was late. Around 4,600 hives")
    assert "body_end" not in {change.field for change in fix_moved(DATASETS, SEEDS)}
    assert findings(DATASETS, SEEDS, require_seeds=True) == []


def test_only_the_cells_that_changed_are_rewritten():
    before = {path.name: path.read_text(encoding="utf-8").splitlines() for path in DATASETS.glob("*.csv")}
    edition("The mite came", "By then the mite came")
    changes = fix_moved(DATASETS, SEEDS)
    touched = {(change.file, change.line) for change in changes}
    for name, lines in before.items():
        after = (DATASETS / name).read_text(encoding="utf-8").splitlines()
        differing = {
            (name, number) for number, pair in enumerate(zip(lines, after, strict=True), 1) if pair[0] != pair[1]
        }
        assert differing == {place for place in touched if place[0] == name}


def test_a_changed_number_stays_a_finding():
    edition("Around 4,600 hives", "Dear reader. Around 6,400 hives")
    fix_moved(DATASETS, SEEDS)
    (finding,) = [finding for finding in findings(DATASETS, SEEDS) if finding.rule.startswith("evidence/")]
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
def test_each_row_of_a_changed_document_gets_its_outcome(old, new, rule):
    edition(old, new)
    found = [finding for finding in findings(DATASETS, SEEDS) if finding.rule.startswith("evidence/")]
    assert rule in {finding.rule for finding in found}
    assert sum(finding.rule == "document/checksum" for finding in findings(DATASETS, SEEDS)) == 1


def test_a_quote_that_stands_twice_now_is_not_guessed():
    edition("Around 4,600 hives stood in", "I said: Around 4,600 hives stood in it. Around 4,600 hives stood in")
    fix_moved(DATASETS, SEEDS)
    found = [finding for finding in findings(DATASETS, SEEDS) if finding.value == "18"]
    assert [finding.rule for finding in found] == ["evidence/moved"]
    assert "one of 2 places" in found[0].message


def test_nothing_to_fix_changes_no_byte():
    before = {path: path.read_bytes() for path in DATASETS.iterdir()}
    assert fix_moved(DATASETS, SEEDS) == []
    assert {path: path.read_bytes() for path in DATASETS.iterdir()} == before


def test_the_comments_behind_the_article_stay_behind_it():
    edition("Keepers in the Ash Valley", "The keepers of the whole Ash Valley", "report.txt")
    fix_moved(DATASETS, SEEDS)
    body = load(DATASETS, SEEDS).documents["honey-year"].body
    assert body.endswith("swarms were lost.\n\n")
    assert not difflib.get_close_matches("Readers write", body.splitlines())


def test_a_number_that_is_written_oddly_is_replaced_whole():
    with rows_of(DATASETS, "observations") as rows:
        row = next(row for row in rows if row["observation_id"] == "hives-letter")
    rewrite(DATASETS, "observations", f",{row['start']},{row['end']},", f',"{row["start"]}.0",0{row["end"]},')
    edition("Around 4,600 hives", "Spring was late. Around 4,600 hives")
    fix_moved(DATASETS, SEEDS)
    with rows_of(DATASETS, "observations") as rows:
        moved = next(row for row in rows if row["observation_id"] == "hives-letter")
    assert {field: int(moved[field]) - int(row[field]) for field in ("start", "end")} == {"start": 17, "end": 17}


@pytest.mark.parametrize("refused", ["sources.csv", "observations.csv", "mentions.csv"])
def test_what_was_interrupted_is_taken_up_again(monkeypatch, capsys, refused):
    edition("Keepers in the Ash Valley", "The keepers of the whole Ash Valley", "report.txt")
    replace = os.replace

    def some(draft: Path, target: Path) -> None:
        if target.name == refused:
            raise PermissionError(13, "Permission denied")
        replace(draft, target)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", some)
        assert main(["fix", "moved"]) == 2
    assert capsys.readouterr().err == f"python -m validation fix: datasets/{refused}: Permission denied\n"
    assert main(["fix", "moved"]) == 0
    assert findings(DATASETS, SEEDS, require_seeds=True) == []


def test_each_change_is_said_and_what_is_left_is_found(capsys):
    edition("Around 4,600 hives", "Dear all. Around 4,600 hives")
    edition("The mite came in 1979", "The mite came in 1978")
    assert main(["fix", "moved"]) == 1
    said = capsys.readouterr().out
    assert re.search(r"^observations\.csv:\d+:\d+: start \d+ -> \d+$", said, re.MULTILINE)
    assert re.search(r"^sources\.csv:\d+:\d+: sha256 \w{64} -> \w{64}$", said, re.MULTILINE)
    assert "evidence/number" in said

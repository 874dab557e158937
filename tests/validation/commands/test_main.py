"""The command line: exit codes, the JSON, and --find, as a script or a person uses them."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests import collection
from tests.edits import set_cell
from validation.commands.main import main
from validation.files.schemas import OBSERVATIONS


@pytest.fixture
def bees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the collection in it, and in it this process."""
    collection.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_valid_collection_exits_0(bees, capsys):
    assert main(["--require-seeds"]) == 0
    assert "no findings" in capsys.readouterr().out


def test_a_broken_rule_exits_1_and_says_where_what_and_what_to_do(bees, capsys):
    line = set_cell(bees / "datasets", "observations", "hives-letter", "value", "6400")
    assert main([]) == 1
    said = capsys.readouterr().out
    assert f"observations.csv:{line}:" in said
    assert 'value must be 4600, as "4,600 hives" says, not 6400' in said
    assert "write 4600" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["--datasets", "nowhere"],
        ["--seeds", "nowhere"],
        ["--output", "nowhere/report"],
        ["--find", "honey-year", "no such words"],
    ],
)
def test_what_cannot_run_exits_2_with_a_line(bees, capsys, arguments):
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert said.startswith("python -m validation: ")
    assert said.count("\n") == 1


def test_bad_arguments_exit_2(bees, capsys):
    with pytest.raises(SystemExit) as end:
        main(["--format", "pdf"])
    assert end.value.code == 2


def test_the_json_is_as_documented(bees, capsys):
    set_cell(bees / "datasets", "observations", "hives-letter", "value", "6400")
    main(["--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert report["version"] == 1
    assert report["summary"]["errors"] == 1
    assert report["summary"]["observations"] == len(collection.OBSERVATIONS)
    assert set(report["coverage"][0]) >= {"source_id", "numerals", "recorded", "excluded", "unaccounted"}
    (finding,) = report["findings"]
    assert set(finding) >= {"rule", "level", "file", "line", "column", "field", "value", "message", "hint"}
    assert (finding["rule"], finding["level"], finding["value"]) == ("printed/value", "error", "6400")


def test_without_documents_it_says_what_is_not_verified(bees, capsys):
    shutil.rmtree(bees / "seeds")
    assert main([]) == 0
    assert "quotes not verified" in capsys.readouterr().out


def test_the_report_can_be_written_to_a_file(bees, capsys):
    assert main(["--format", "json", "--output", "report.json"]) == 0
    assert json.loads((bees / "report.json").read_text(encoding="utf-8"))["summary"]["errors"] == 0


def test_find_gives_offsets_quote_and_a_row_to_paste(bees, capsys):
    assert main(["--find", "letter-on-bees", "about 90 tonnes"]) == 0
    place, quote, row = capsys.readouterr().out.strip().split("\n")
    cells = dict(zip(OBSERVATIONS.columns, next(csv.reader([row])), strict=True))
    text = collection.LETTER[int(cells["start"]) : int(cells["end"])]
    assert text == cells["quote"] == quote.removeprefix("quote: ")
    assert "about 90 tonnes" in text
    assert place == f"letter-on-bees: start {cells['start']}, end {cells['end']}"
    assert (cells["value"], cells["qualifier"], cells["printed"]) == ("90", "about", "90")


def test_describe_keeps_what_the_collection_says_of_itself(bees, capsys):
    assert main(["--describe"]) == 0
    package = json.loads((bees / "datasets" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["title"] == "Bees of the Ash Valley"
    assert len(package["resources"]) == 13


def test_fix_moved_says_each_change_and_validates_again(bees, capsys):
    text = (bees / "seeds" / "letter.txt").read_text(encoding="utf-8")
    (bees / "seeds" / "letter.txt").write_text("Dear all. " + text, encoding="utf-8", newline="")
    assert main(["--fix", "moved"]) == 0
    said = capsys.readouterr().out
    assert "start 0 -> " not in said
    assert "no findings" in said

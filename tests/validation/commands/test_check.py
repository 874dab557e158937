"""`check`: exit codes, the forms of the report and what they name."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import collection
from tests.edits import set_cell
from validation.commands.check import FORMS
from validation.commands.main import main


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


def test_without_documents_it_says_what_is_not_verified(bees, capsys):
    shutil.rmtree(bees / "seeds")
    assert main([]) == 0
    assert "quotes not verified" in capsys.readouterr().out
    assert main(["--require-seeds"]) == 1


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


@pytest.mark.parametrize("form", FORMS)
def test_every_form_goes_to_a_file_or_to_standard_output(bees, capsys, form):
    assert main(["--format", form, "--output", "out"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["--format", form]) == 0
    written, printed = Path("out").read_text(encoding="utf-8"), capsys.readouterr().out
    assert written.split("time=")[0] == printed.split("time=")[0]


def test_reports_name_folders_from_where_the_validation_runs(bees, capsys, monkeypatch):
    set_cell(bees / "datasets", "observations", "hives-letter", "value", "6400")
    main(["--format", "github"])
    assert "file=datasets/observations.csv," in capsys.readouterr().out
    (bees / "elsewhere").mkdir()
    monkeypatch.chdir(bees / "elsewhere")
    main(["--datasets", "../datasets", "--seeds", "../seeds", "--format", "github"])
    assert f"file={bees}/datasets/observations.csv," in capsys.readouterr().out

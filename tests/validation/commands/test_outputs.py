"""Several forms of one report in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml

from tests import collection
from tests.edits import set_cell
from validation.commands.main import main
from validation.reports import catalog


@pytest.fixture
def bees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a broken collection in it, and in it this process."""
    collection.write(tmp_path)
    set_cell(tmp_path / "datasets", "observations", "hives-letter", "value", "6400")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_output_belongs_to_the_format_before_it(bees, capsys):
    sarif, junit = ["--format", "sarif", "--output", "out.sarif"], ["--format", "junit", "--output", "out.xml"]
    assert main(["--format", "text", *sarif, *junit]) == 1
    assert "error[printed/value]" in capsys.readouterr().out
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert JUnitXml.fromfile("out.xml").failures == 1


@pytest.mark.parametrize("form", ["text", "json", "junit", "sarif", "github", "html"])
def test_every_form_goes_to_a_file_or_to_standard_output(bees, capsys, form):
    assert main(["--format", form, "--output", "out"]) == 1
    assert capsys.readouterr().out == ""
    assert main(["--format", form]) == 1
    written, printed = Path("out").read_text(encoding="utf-8"), capsys.readouterr().out
    assert written.split("time=")[0] == printed.split("time=")[0]


def test_an_output_alone_is_text(bees):
    assert main(["--output", "out.txt"]) == 1
    assert "error[printed/value]" in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "text", "--format", "json"], "text and json would go to standard output"),
        (["--format", "text", "--output", "a", "--format", "json", "--output", "a"], "text and json would go to a"),
        (["--output", "a", "--format", "json"], "write it behind the --format it belongs to"),
        (["--format", "json", "--output", "datasets"], "datasets is a folder"),
        (["--format", "json", "--output", "nowhere/a"], "there is no folder nowhere"),
        (["--format", "markdown"], "there is no form markdown here"),
        (["--rules", "--format", "sarif"], "there is no form sarif here; there are text, json, markdown"),
    ],
)
def test_outputs_that_cannot_be_exit_2_with_a_sentence(bees, capsys, arguments, said):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
    assert not Path("a").exists()


@pytest.mark.parametrize("arguments", [["--format", "pdf"], ["--format", "json", "--output", "a", "--output", "b"]])
def test_arguments_that_make_no_sense_exit_2(bees, capsys, arguments):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "there is no form pdf" in (said := capsys.readouterr().err) or "json goes to a already" in said


def test_a_file_that_cannot_be_written_exits_2(bees, capsys, monkeypatch):
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["--format", "json", "--output", "out.json"]) == 2
    assert capsys.readouterr().err == "python -m validation: --output: out.json: No space left on device\n"


def test_reports_name_folders_from_where_the_validation_runs(bees, capsys, monkeypatch):
    main(["--format", "github"])
    assert "file=datasets/observations.csv," in capsys.readouterr().out
    (bees / "elsewhere").mkdir()
    monkeypatch.chdir(bees / "elsewhere")
    main(["--datasets", "../datasets", "--seeds", "../seeds", "--format", "github"])
    assert f"file={bees}/datasets/observations.csv," in capsys.readouterr().out


def test_rules_are_listed_without_a_collection(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for form, expected in (("text", catalog.text()), ("json", catalog.as_json()), ("markdown", catalog.markdown())):
        assert main(["--rules", "--format", form]) == 0
        assert capsys.readouterr().out == expected
    assert main(["--rules"]) == 0
    assert capsys.readouterr().out == catalog.text()


def test_a_page_with_marks_keeps_what_is_around_them(tmp_path):
    page = tmp_path / "README.md"
    page.write_text(f"# A\n{catalog.MARKS[0]}{catalog.MARKS[1]}\nB\n", encoding="utf-8")
    assert main(["--rules", "--format", "markdown", "--output", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# A\n")
    assert written.endswith("\nB\n")
    assert catalog.markdown() in written


def test_a_reader_who_leaves_early_gets_no_traceback(bees, root):
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "validation", "--format", "html"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=bees) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 1

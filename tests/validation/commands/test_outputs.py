"""Several forms of one report in one run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from junitparser import JUnitXml

from tests.edits import set_cell
from validation.commands.main import main


@pytest.fixture
def broken(bees: Path) -> Path:
    """The collection with a wrong value."""
    set_cell(bees / "datasets", "observations", "hives-letter", "value", "6400")
    return bees


def test_each_output_belongs_to_the_format_before_it(broken, capsys):
    sarif, junit = ["--format", "sarif", "--output", "out.sarif"], ["--format", "junit", "--output", "out.xml"]
    assert main(["--format", "text", *sarif, *junit]) == 1
    assert "error[printed/value]" in capsys.readouterr().out
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert JUnitXml.fromfile("out.xml").failures == 1


def test_an_output_alone_is_text(broken):
    assert main(["--output", "out.txt"]) == 1
    assert "error[printed/value]" in Path("out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "text", "--format", "json"], "text and json would go to standard output"),
        (["--format", "text", "--output", "a", "--format", "json", "--output", "a"], "text and json would go to a"),
        (["--output", "a", "--format", "json"], "write it behind the --format it belongs to"),
        (["--format", "json", "--output", "a", "--output", "b"], "json goes to a already"),
        (["--format", "json", "--output", "datasets"], "datasets is a folder"),
        (["--format", "json", "--output", "nowhere/a"], "there is no folder nowhere"),
        (["--format", "pdf"], "there is no form pdf; there are text, json, junit, sarif, github, html"),
        (["--format", "markdown"], "there is no form markdown; there are text, json"),
    ],
)
def test_outputs_that_cannot_be_exit_2_with_a_line(broken, capsys, arguments, said):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
    assert not Path("a").exists()


def test_a_file_that_cannot_be_written_exits_2(broken, capsys, monkeypatch):
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    assert main(["--format", "json", "--output", "out.json"]) == 2
    assert capsys.readouterr().err == "python -m validation: --output: out.json: No space left on device\n"

"""`new`: an empty collection, which is valid and says what to do next."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from validation.commands import main as commands
from validation.commands.check import checked
from validation.commands.new import UNITS, new
from validation.commands.program import UNABLE, VALID
from validation.files import package
from validation.language import printed
from validation.model.register import load


def test_an_empty_collection_is_valid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.main(["new", str(tmp_path / "bee-reports")]) == VALID
    said = capsys.readouterr().out
    assert "next: cd" in said
    folder = tmp_path / "bee-reports"
    report = checked(folder / "datasets", folder / "seeds")
    assert report.valid
    assert not report.findings
    assert package.read(folder / "datasets")["title"] == "Bee reports"
    assert "# Bee reports" in (folder / "README.md").read_text()


def test_a_title_is_what_was_given(tmp_path: Path) -> None:
    assert commands.main(["new", str(tmp_path), "--title", '  What reports\n say: "bees" ']) == VALID, "an empty folder"
    assert package.read(tmp_path / "datasets")["title"] == 'What reports say: "bees"'


def test_its_units_are_read(tmp_path: Path) -> None:
    commands.main(["new", str(tmp_path)])
    units = load(tmp_path / "datasets", None).units
    assert len(units) == len(UNITS.splitlines())
    assert all(unit.words for name, unit in units.items() if name != "number")


@pytest.mark.parametrize(
    ("text", "language", "unit_id"),
    [
        ("3.6 percent", "en", "percent"),
        ("3,6 Prozent", "de", "percent"),
        ("3,6 pour cent", "fr", "percent"),
        ("3,6 por ciento", "es", "percent"),
        ("3,6 per cento", "it", "percent"),
        ("3,6 por cento", "pt", "percent"),
        ("3,6 procent", "nl", "percent"),
        ("3,6 procenta", "pl", "percent"),
        ("5 процентов", "ru", "percent"),
        ("3,6 процента", "ru", "percent"),
        ("0.9 percent point", "en", "percentage-points"),
        ("1.3 of a percent point", "en", "percentage-points"),
        ("3 per cent points", "en", "percentage-points"),
        ("2 p.p.", "en", "percentage-points"),
        ("2-percentage-point", "en", "percentage-points"),
        ("2 Prozentpunkte", "de", "percentage-points"),
        ("2 п.п.", "ru", "percentage-points"),
        ("15 U.S. dollars", "en", "usd"),
        ("5 weeks", "en", "weeks"),
        ("5 minutes", "en", "minutes"),
    ],
)
def test_documents_print_its_units_so(tmp_path: Path, text: str, language: str, unit_id: str) -> None:
    new(tmp_path, "Bees")
    unit = load(tmp_path / "datasets", None).units[unit_id]
    assert printed.read(text, language).unit in unit.words


def test_every_command_it_names_is_there(tmp_path: Path) -> None:
    commands.main(["new", str(tmp_path)])
    named = re.findall(r"^stated-numbers ([a-z]+)", (tmp_path / "README.md").read_text(), re.M)
    assert set(named) <= {*commands.COMMANDS, "serve"}
    assert named


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_there_is_left_alone(tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "here"
    if what == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "mine").write_text("mine")
    assert commands.main(["new", str(target)]) == UNABLE
    assert "must be a new or an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == (["here"] if what == "file" else ["here", "mine"])


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert commands.main(["new", str(tmp_path / "file" / "below")]) == UNABLE
    assert len(capsys.readouterr().err.splitlines()) == 1

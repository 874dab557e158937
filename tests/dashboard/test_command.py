"""`stated-numbers`: one program for the validation's commands, for `serve` and `export`."""

from __future__ import annotations

import gc
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from dashboard import command
from tests import collection
from validation.commands.main import COMMANDS
from validation.reports import catalog


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """A command switches its collection off for a process of its own, which this is not."""
    yield
    gc.enable()


def test_it_is_what_the_package_installs(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, name = project["scripts"][command.PROG].split(":")
    assert getattr(import_module(module), name) is command.main


def test_the_commands_of_the_validation_are_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    collection.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert command.main(["rules"]) == 0
    assert capsys.readouterr().out == catalog.text()
    assert command.main(["find", "letter-on-bees", "no such words"]) == 2
    assert capsys.readouterr().err.startswith("stated-numbers find: ")
    assert command.main([]) == 0
    assert "no findings" in capsys.readouterr().out


def test_its_help_lists_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert [name for name in [*COMMANDS, "serve", "export"] if f"stated-numbers {name}" not in said] == []


def test_serve_is_the_dashboard(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["serve", "--datasets", "nowhere"]) == 2
    assert capsys.readouterr().err == "stated-numbers serve: --datasets: there is no folder nowhere\n"
    with pytest.raises(SystemExit) as end:
        command.main(["serve", "--help"])
    assert end.value.code == 0
    assert capsys.readouterr().out.endswith("example:\n  stated-numbers serve --port 8050\n")


def test_a_command_that_is_none_is_told_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["sing"]) == 2
    there = ", ".join([*COMMANDS, "serve", "export"])
    assert capsys.readouterr().err == f"stated-numbers: there is no command sing; there are {there}\n"

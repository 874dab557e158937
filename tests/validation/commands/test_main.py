"""The first word names a command; what can't run ends with 2 and a line that says why."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from importlib import import_module

import pytest

from validation.commands.main import COMMANDS, DEFAULT, Command, main, run_alone


def test_a_command_is_named_or_it_is_check(bees, capsys):
    assert main([]) == 0
    assert "no findings" in (alone := capsys.readouterr().out)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == alone
    assert main(["--format", "json"]) == 0
    assert capsys.readouterr().out.startswith("{")


def test_help_lists_every_command_with_an_example(capsys):
    others = {"sing": Command("Sing.", "sing --loud")}
    assert main(["--help"], "bees", others) == 0
    said = capsys.readouterr().out
    for name, command in {**COMMANDS, **others}.items():
        assert f"  {name} " in said
        assert command.sentence in said
        assert f"  bees {command.example}\n" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_help_with_an_example(capsys, name):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"], "bees")
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: bees {name} ")
    assert said.endswith(f"example:\n  bees {COMMANDS[name].example}\n")
    assert COMMANDS[name].example.startswith(name)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sing"], "python -m validation: there is no command sing; there are check, new, "),
        (["--datasets", "nowhere"], "python -m validation: --datasets: there is no folder nowhere"),
        (["--seeds", "nowhere"], "python -m validation: --seeds: there is no folder nowhere"),
        (["check", "--seeds", "nowhere"], "python -m validation check: --seeds: there is no folder nowhere"),
        (["describe", "--datasets", "nowhere"], "python -m validation describe: --datasets: there is no folder"),
        (["fix"], "python -m validation fix: the following arguments are required: moved"),
        (["fix", "all"], "python -m validation fix: argument moved: invalid choice"),
        (["rules", "--seeds", "seeds"], "python -m validation rules: unrecognized arguments: --seeds seeds"),
        (["--require"], "python -m validation: unrecognized arguments: --require"),
        (["--fix", "moved"], "python -m validation: unrecognized arguments: --fix moved"),
    ],
)
def test_what_cannot_run_exits_2_with_a_line(bees, capsys, arguments, said):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(said)
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_a_file_that_the_system_refuses_is_a_line_too(bees, capsys, monkeypatch):
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "datasets/areas.csv")

    monkeypatch.setattr(import_module(f"validation.commands.{DEFAULT}"), "checked", lambda *_, **__: refused())
    assert main([]) == 2
    assert capsys.readouterr().err == "python -m validation: datasets/areas.csv: Permission denied\n"


@pytest.fixture
def raised(bees, monkeypatch):
    """Has the default command raise something."""

    def make(error: BaseException) -> None:
        def run(*_: object) -> int:
            raise error

        monkeypatch.setattr(import_module(f"validation.commands.{DEFAULT}"), "run", run)

    return make


def test_ctrl_c_is_told_in_a_line(raised, capsys):
    raised(KeyboardInterrupt())
    assert main([]) == 130
    assert capsys.readouterr().err == "python -m validation: interrupted\n"


def test_a_mistake_of_the_program_is_no_broken_rule(raised, capsys):
    raised(ZeroDivisionError("of the program"))
    try:
        assert run_alone([]) == 2
    finally:
        gc.unfreeze()
        gc.enable()
    assert "ZeroDivisionError: of the program" in capsys.readouterr().err


def test_what_is_complained_of_need_not_be_read(raised, capsys, monkeypatch):
    raised(ZeroDivisionError("of the program"))
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["nothing"]) == 2
    try:
        assert run_alone([]) == 2
    finally:
        gc.unfreeze()
        gc.enable()
    assert capsys.readouterr().out == ""


def test_only_the_module_of_the_command_is_imported(root):
    code = """import sys
from dashboard.command import main
main(["rules"])
print(*sorted(name for name in sys.modules if name.startswith("validation.commands.")), file=sys.stderr)
print("dash" in sys.modules, file=sys.stderr)"""
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True)
    imported = [f"validation.commands.{name}" for name in ("main", "outputs", "program", "rules")]
    assert done.stderr.splitlines() == [" ".join(imported), "False"]

"""What is said arrives whatever standard output is, and whoever leaves early is let go."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.edits import set_cell
from validation.commands.program import UNABLE, Parser, Unable, ended, say


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_it_is_said_in_utf_8_to_any_output(monkeypatch, encoding):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding))
    sys.stdout.write("first ")
    say("−3.5 % “of” \udcff\n")
    assert written.getvalue().decode("utf-8") == "first −3.5 % “of” \\udcff\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_is_full_is_why_it_could_not_run(monkeypatch):
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(Unable, match="standard output: No space left"):
            say("words")


def test_a_reader_who_leaves_early_is_let_go(monkeypatch):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        say("words")
        say("more words")


@pytest.mark.long
def test_a_process_whose_reader_left_ends_as_it_would(bees, root):
    set_cell(bees / "datasets", "observations", "hives-letter", "value", "6400")
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "validation", "--format", "html"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, cwd=bees) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 1


def test_an_option_is_written_out():
    parser = Parser("bees", "Sing.", "bees --loud")
    parser.add_argument("--loud", action="store_true")
    assert parser.parse_args(["--loud"]).loud
    with pytest.raises(Unable, match="unrecognized arguments: --lo; --help says"):
        parser.parse_args(["--lo"])


def test_a_command_ends_with_its_code_or_says_why_not(capsys):
    def refuse(why: str) -> int:
        raise Unable(why)

    assert ended("bees", lambda: 1) == 1
    assert ended("bees", refuse, "no hive") == UNABLE
    assert capsys.readouterr().err == "bees: no hive\n"

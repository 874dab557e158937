"""Who reads the documents, as the command line has it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import pytest

from validation.commands import workers
from validation.commands.main import main
from validation.sharing import engines


def test_two_processes_write_what_one_writes(bees, capsys):
    assert main(["--format", "json"]) == 0
    alone = capsys.readouterr().out
    assert main(["--format", "json", "--workers", "2"]) == 0
    assert capsys.readouterr().out == alone


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--workers", "0"], "argument --workers: must be a whole number from 1, not 0"),
        (["--workers", "٣"], "argument --workers: must be a whole number from 1, not ٣"),
        (["--workers", "many"], "argument --workers: must be a whole number from 1, not many"),
        (["--workers", "2", "--cluster", "x"], "argument --cluster: not allowed with argument --workers"),
    ],
)
def test_what_can_not_be_is_refused_in_a_line(bees, capsys, words, reason):
    assert main(words) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"python -m validation: {reason}; --help says what there is\n")


@pytest.mark.parametrize(
    ("asked", "weight", "hired"),
    [
        (None, engines.PAYS - 1, None),
        (None, engines.PAYS, 4),
        (1, engines.PAYS, None),
        (3, 10, 3),
    ],
)
def test_others_are_hired_where_it_pays_or_is_asked_for(monkeypatch, asked, weight, hired):
    monkeypatch.setattr(engines, "processors", lambda: 4)
    monkeypatch.setattr(engines, "Pool", lambda count: count)
    options = argparse.Namespace(cluster=None, workers=asked)
    assert workers.hired(options, weight) == hired


@pytest.mark.long
def test_tables_that_others_can_not_read_are_said_to_be_so(bees, capsys):
    assert main(["--format", "json", "--workers", "2"]) == 0
    assert capsys.readouterr().err == ""
    units = Path("datasets/units.csv")
    units.write_bytes(units.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["--format", "json", "--workers", "2"]) == 1
    said = "this process reads alone: save units.csv with LF line ends and no byte-order mark\n"
    assert capsys.readouterr().err == said


def test_where_nobody_reads_it_nothing_is_told(capsys, monkeypatch):
    monkeypatch.setattr(workers, "EVERY", 0)
    monkeypatch.setattr(sys, "stderr", None)
    workers.Progress()(1, 2)
    assert capsys.readouterr().out == ""
    with open(os.devnull) as shut:
        monkeypatch.setattr(sys, "stderr", shut)
        workers.Progress()(1, 2)


def test_long_work_is_told_of_now_and_then(capsys, monkeypatch):
    seconds = iter([0, 1, 6, 6, 7, 12, 12])
    monkeypatch.setattr(workers.time, "monotonic", lambda: next(seconds))
    tell = workers.Progress()
    for done in range(1, 5):
        tell(done, 1_000)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "2 of 1,000 shares of the documents are read\n4 of 1,000 shares of the documents are read\n"

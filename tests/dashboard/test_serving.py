"""`serve`, as people run it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import serving
from dashboard.web import server
from tests import collection
from validation.commands.program import INVALID, UNABLE, VALID


@pytest.fixture
def bees(tmp_path: Path) -> list[str]:
    """The arguments for another collection, its documents included."""
    datasets, seeds = collection.write(tmp_path)
    return ["--datasets", str(datasets), "--seeds", str(seeds)]


@pytest.mark.parametrize("name", ["--datasets", "--seeds"])
def test_a_folder_that_is_not_there(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    folders = {"--datasets": str(root / "datasets"), name: "nowhere"}
    assert serving.main([text for pair in folders.items() for text in pair]) == UNABLE
    assert capsys.readouterr().err == f"python -m dashboard: {name}: there is no folder nowhere\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "x"], "argument --port: must be a number from 0 to 65535, not x"),
        (["--port", "70000"], "argument --port: must be a number from 0 to 65535, not 70000"),
        (["--workers", "0"], "argument --workers: must be a number from 1, not 0"),
        (["--workers", "٣"], "argument --workers: must be a number from 1, not ٣"),
        (["--host", ""], "argument --host: must name an address, like 127.0.0.1"),
        (["--prefix", "/.."], "argument --prefix: must be a path like /numbers, not /.."),
        (["--prefix", "a b"], "argument --prefix: must be a path like /numbers, not a b"),
        (["--allow-host", "[::1"], "argument --allow-host: must be the name of a host, like www.example.org, not [::1"),
        (["--edit", "--host", "0.0.0.0"], "--edit listens on 127.0.0.1 or ::1 or localhost, not on 0.0.0.0"),
        (["--edit", "--allow-host", "a.example"], "--edit answers to this machine alone; leave --allow-host out"),
        (["--colour"], "unrecognized arguments: --colour"),
    ],
)
def test_arguments_that_mean_nothing(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert serving.main(arguments) == UNABLE
    assert capsys.readouterr().err == f"python -m dashboard: {said}; --help says what there is\n"


def test_data_that_are_not_valid(bees: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    table = Path(bees[1]) / "observations.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("12.5%,12.5", "12.5%,15.2"), encoding="utf-8")
    assert serving.main(bees) == INVALID
    said = capsys.readouterr().err
    assert re.search(r"observations\.csv:\d+:\d+: .*value must be 12\.5", said)
    assert f"\n{table.as_posix()}:" in said


def test_a_port_in_use(bees: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with server.listen("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        assert serving.main([*bees, "--port", port]) == UNABLE
    said = capsys.readouterr().err
    assert said.startswith(f"python -m dashboard: can't listen on 127.0.0.1, port {port}:")
    assert said.count("\n") == 1


@pytest.fixture
def served(root: Path, bees: list[str]) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-m", "dashboard", *bees, "--port", "0", "--workers", "2"]
    with subprocess.Popen(arguments, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def test_it_says_where_it_is_and_stops_when_told(served: subprocess.Popen[str]) -> None:
    assert served.stdout is not None
    assert served.stderr is not None
    said = served.stdout.readline()
    assert re.fullmatch(r"Bees of the Ash Valley: http://127\.0\.0\.1:\d+\n", said)
    with urllib.request.urlopen(f"{said.split()[-1]}/healthz", timeout=20) as response:
        assert json.load(response)["problem"] == ""
        assert response.headers["Content-Security-Policy"]
    served.send_signal(signal.SIGTERM)
    assert served.wait(20) == VALID
    assert served.stderr.read() == ""

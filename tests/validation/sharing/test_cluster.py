"""Dask's scheduler with two workers of this machine: the same report, though one dies; strangers are refused."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.validation.sharing.conftest import Archive
from validation.commands.main import main
from validation.sharing.cluster import cluster
from validation.sharing.engines import Failed

SECONDS = 60


@contextmanager
def process(*words: str, home: Path) -> Generator[subprocess.Popen]:
    """A process of Dask that reads the program in a folder; it is ended afterwards."""
    environment = os.environ | {"PYTHONPATH": str(home), "DASK_DISTRIBUTED__ADMIN__LOG_FORMAT": "%(message)s"}
    command = [sys.executable, "-m", "distributed.cli." + words[0], "--host", "127.0.0.1", "--no-dashboard", *words[1:]]
    running = subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.kill()
        running.wait(SECONDS)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def workers(*homes: Path) -> Generator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler's address, and its workers, each with the program of a folder."""
    address = f"tcp://127.0.0.1:{free_port()}"
    with ExitStack() as running:
        running.enter_context(process("dask_scheduler", "--port", address.rpartition(":")[2], home=homes[0]))
        yield (
            address,
            [
                running.enter_context(process("dask_worker", address, "--no-nanny", "--nthreads", "1", home=home))
                for home in homes
            ],
        )


def test_a_worker_that_dies_costs_its_share_alone(archive: Archive, root: Path) -> None:
    with workers(root, root) as (address, (first, _)):

        def kill(done: int, count: int) -> None:
            if done == 2:
                first.kill()

        assert archive.read(cluster(address), tell=kill) == archive.read()
        assert first.wait(SECONDS)


def test_a_worker_with_another_program_is_refused_in_a_line(archive: Archive, root: Path, tmp_path, capsys) -> None:
    shutil.copytree(root / "validation", tmp_path / "validation", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "validation" / "findings.py").open("a") as file:
        file.write("# changed\n")
    with workers(tmp_path) as (address, _):
        folders = ["--datasets", str(archive.datasets), "--seeds", str(archive.seeds)]
        assert main(["check", *folders, "--cluster", address]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    line = r"python -m validation check: a worker of the cluster is refused: it runs code \w+ on .*, and here runs .*\n"
    assert re.fullmatch(line, said.err)


def test_where_nobody_answers_it_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validation.sharing.cluster.PATIENCE", 1)
    with pytest.raises(Failed, match=r"--cluster tcp://127\.0\.0\.1:\d+: no scheduler with a worker answers there"):
        archive.read(cluster(f"tcp://127.0.0.1:{free_port()}"))
    with pytest.raises(Failed, match="--cluster nonsense: no scheduler"):
        archive.read(cluster("nonsense"))


def test_without_the_extra_it_says_what_to_install(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Failed, match=r"pip install \"stated-numbers\[cluster\]\""):
        archive.read(cluster("tcp://127.0.0.1:1"))

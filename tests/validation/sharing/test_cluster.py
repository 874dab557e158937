"""Dask's scheduler with two workers of this machine: the same report, though one dies; strangers are refused."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import psutil
import pytest

from tests.validation.sharing.conftest import Archive
from validation.commands.main import main
from validation.sharing import work
from validation.sharing.cluster import Cluster, _other_pythons
from validation.sharing.engines import Failed
from validation.sharing.shares import Asked, shares
from validation.sharing.work import Task

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


@pytest.mark.long
def test_a_worker_that_dies_costs_its_share_alone(archive: Archive, root: Path) -> None:
    with workers(root, root) as (address, (first, _)):

        def kill(done: int, count: int) -> None:
            if done == 2:
                first.kill()

        assert archive.read(Cluster(address), tell=kill) == archive.read()
        assert first.wait(SECONDS)


@pytest.mark.long
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


def write_package(folder: Path, **files: str) -> None:
    """A package `validation` that goes before the installed one."""
    for name, text in {"__init__": "", "sharing/__init__": "", **files}.items():
        file = folder / "validation" / f"{name}.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


@pytest.mark.long
def test_a_worker_without_the_program_is_refused_in_a_line(archive: Archive, tmp_path: Path) -> None:
    write_package(tmp_path, __init__='raise ModuleNotFoundError("No module named validation", name="validation")')
    with workers(tmp_path) as (address, _):
        refusal = r"a worker of the cluster is refused: it has no validation\S*: install stated-numbers there too"
        with pytest.raises(Failed, match=refusal):
            archive.read(Cluster(address))


@pytest.mark.long
def test_a_worker_whose_program_knows_no_tasks_is_refused_in_a_line(archive: Archive, tmp_path: Path) -> None:
    write_package(tmp_path, **{"sharing/work": "# of another version\n"})
    refusal = "is refused: it runs another version: install the same there"
    with workers(tmp_path) as (address, _), pytest.raises(Failed, match=refusal):
        archive.read(Cluster(address))


@pytest.mark.long
def test_a_scheduler_that_dies_is_told_of_in_a_line(archive: Archive, root: Path) -> None:
    with workers(root) as (address, _):

        def kill(done: int, count: int) -> None:
            for one in psutil.process_iter(["cmdline"]):
                words = one.info["cmdline"] or ()
                if "distributed.cli.dask_scheduler" in words and address.rpartition(":")[2] in words:
                    one.kill()

        with pytest.raises(Failed, match=rf"--cluster {address}: its scheduler went away"):
            archive.read(Cluster(address), tell=kill)


@pytest.mark.long
def test_who_interrupts_it_does_not_wait(archive: Archive, root: Path) -> None:
    with workers(root) as (address, _):

        def interrupt(done: int, count: int) -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            archive.read(Cluster(address), tell=interrupt)


def tasks_of(archive: Archive) -> list[Task]:
    register = archive.tables
    parts = shares(register, archive.seeds, heavy=1)
    return list(work.tasks(register, parts, archive.datasets, archive.seeds, Asked(frozenset(), frozenset())))


@pytest.mark.long
def test_stopped_while_another_thread_waits_it_ends(archive: Archive, root: Path) -> None:
    with workers(root) as (address, _), ThreadPoolExecutor(1) as beside:
        cluster, begun = Cluster(address), Event()

        def wait() -> None:
            for _ in cluster.work(tasks_of(archive) * 500):
                begun.set()

        waited = beside.submit(wait)
        assert begun.wait(SECONDS)
        cluster.stop()
        with pytest.raises(Failed, match=r"went away|it was stopped"):
            waited.result(SECONDS)


@pytest.mark.long
def test_stopped_before_anybody_answered_it_does_nothing(archive: Archive, root: Path) -> None:
    with workers(root) as (address, _):
        cluster = Cluster(address)
        cluster.stop()
        with pytest.raises(Failed, match="it was stopped"):
            next(cluster.work(tasks_of(archive)))


def test_another_python_is_refused() -> None:
    def versions(*pythons: str) -> dict[str, Any]:
        first, *others = ({"host": {"python": python}} for python in pythons)
        return {"client": first, "workers": {f"tcp://{at}": one for at, one in enumerate(others)}}

    assert _other_pythons(versions("3.12.1", "3.12.1", "3.12.1")) == ""
    refusal = "a worker of the cluster is refused: it runs Python 3.11.7, and here runs 3.12.1"
    assert _other_pythons(versions("3.12.1", "3.12.1", "3.11.7")) == refusal


@pytest.mark.long
def test_where_nobody_answers_it_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("validation.sharing.cluster.PATIENCE", 1)
    with pytest.raises(Failed, match=r"--cluster tcp://127\.0\.0\.1:\d+: no scheduler with a worker answers there"):
        archive.read(Cluster(f"tcp://127.0.0.1:{free_port()}"))
    for address in ("nonsense", "", "http://127.0.0.1:1", "tls://127.0.0.1:1"):
        with pytest.raises(Failed, match=f"--cluster {address}: no scheduler"):
            archive.read(Cluster(address))


def test_without_the_extra_it_says_what_to_install(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(Failed, match=r"pip install \"stated-numbers\[cluster\]\""):
        archive.read(Cluster("tcp://127.0.0.1:1"))

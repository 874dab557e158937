"""Several processes of one machine."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path

import psutil
import pytest

from tests.benchmarks.archive import write_archive
from tests.validation.sharing.conftest import Archive
from validation.sharing import engines, work
from validation.sharing.engines import Failed, Pool
from validation.sharing.examining import Examined
from validation.sharing.shares import Asked, shares
from validation.sharing.work import Task


@pytest.mark.long
def test_they_come_to_what_one_comes_to_though_one_dies(archive: Archive) -> None:
    killed = []

    def kill(done: int, count: int) -> None:
        if not killed:
            killed.append(active_children()[0])
            killed[0].kill()

    assert archive.read(Pool(2), tell=kill) == archive.read()
    assert killed[0].exitcode is not None


@pytest.mark.long
def test_where_all_die_it_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "DEATHS", 1)

    def kill(done: int, count: int) -> None:
        for one in active_children():
            one.kill()

    with pytest.raises(Failed, match="workers died 1 times: is there enough memory for 2"):
        archive.read(Pool(2), tell=kill)


@pytest.mark.long
def test_deaths_between_which_work_was_done_end_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "DEATHS", 2)
    killed = []

    def kill(done: int, count: int) -> None:
        if done in {2, 5, 8}:
            killed.append(active_children()[0])
            killed[-1].kill()

    assert archive.read(Pool(2), tell=kill) == archive.read()
    assert len(killed) == 3


@pytest.mark.long
def test_what_is_changed_meanwhile_is_not_read(archive: Archive, tmp_path: Path) -> None:
    shutil.copytree(archive.datasets, tmp_path / "datasets")
    copied = Archive(tmp_path / "datasets", archive.seeds)

    def change(done: int, count: int) -> None:
        with (copied.datasets / "units.csv").open("a") as file:
            file.write("\n")

    with pytest.raises(Failed, match=r"something was changed meanwhile; check again \(its .*units\.csv is another\)"):
        copied.read(Changing(2, change))


class Changing(Pool):
    """Workers before whose work something is done."""

    def __init__(self, workers: int, change: Callable[[int, int], None]) -> None:
        super().__init__(workers)
        self.change = change

    def work(self, tasks: Sequence[Task]) -> Generator[Examined]:
        self.change(0, len(tasks))
        yield from super().work(tasks)


@pytest.mark.long
def test_who_interrupts_it_does_not_wait(archive: Archive) -> None:
    def interrupt(done: int, count: int) -> None:
        raise KeyboardInterrupt

    pool = Pool(2)
    with pytest.raises(KeyboardInterrupt):
        archive.read(pool, tell=interrupt)
    assert active_children() == []


@pytest.mark.long
def test_stopped_while_another_thread_waits_it_ends(archive: Archive) -> None:
    pool, register = Pool(2), archive.tables
    parts = shares(register, archive.seeds, heavy=1)
    tasks = list(work.tasks(register, parts, archive.datasets, archive.seeds, Asked(frozenset(), frozenset())))
    with ThreadPoolExecutor(1) as beside:
        waited = beside.submit(lambda: list(pool.work(tasks * 500)))
        while not active_children():
            time.sleep(0.05)
        pool.stop()
        with pytest.raises(Failed, match="it was stopped"):
            waited.result(30)
    assert active_children() == []
    with pytest.raises(Failed, match="it was stopped"):
        next(pool.work(tasks))


@pytest.mark.long
def test_ctrl_c_ends_all_with_a_line(root: Path, tmp_path: Path) -> None:
    """The signal goes to every process of a terminal."""
    folders = write_archive(tmp_path, 300, characters=20_000)
    command = [sys.executable, "-m", "tests.validation.sharing.slowly", *map(str, folders)]
    running = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert running.stdout
    assert running.stdout.readline() == "begun\n"
    family: list[psutil.Process] = []
    while len(family) < 3:  # one of them looks after what the others share
        assert running.poll() is None
        time.sleep(0.05)
        family = psutil.Process(running.pid).children(recursive=True)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (130, "")
    assert err == "python -m validation check: interrupted\n"
    gone, alive = psutil.wait_procs(family, 20)
    assert (len(gone), alive) == (len(family), [])


def test_there_is_a_processor():
    assert engines.processors() >= 1

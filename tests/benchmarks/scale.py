"""The size of an archive: how long its documents take, with how much memory, and what of it more processes divide."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.benchmarks.archive import write_archive
from tests.benchmarks.runs import ROOT

SIZES = (1_000, 10_000, 100_000)
COMPARED = 20_000
# Seconds between two looks at a process, and until it is ended.
EVERY, PATIENCE = 0.2, 7_200


@dataclass(frozen=True)
class Checked:
    """One run of `check`: wall-clock seconds, those of the processor that the first process took, and MB at most.

    `others` are the seconds of the processor and the MB of the processes that it began, of each at most.
    """

    seconds: float
    processor: float
    megabytes: float
    others: tuple[float, float]
    report: bytes


def measure(sizes: tuple[int, ...] = SIZES, compared: int = COMPARED) -> None:
    """Prints a line for each number of documents and of processes."""
    print(f"\n{'documents, processes':28}{'wall':>9}{'first':>9}{'others':>9}{'first':>10}{'others':>10}", flush=True)
    for documents in sorted({*sizes, compared}):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            folders = write_archive(Path(folder) / "archive", documents)
            print(f"{documents:,} written in {time.perf_counter() - started:.0f} s", flush=True)
            runs = [_checked(*folders, workers) for workers in (1, 2)]
        for workers, run in enumerate(runs, start=1):
            _print(documents, workers, run)
        alone, both = runs
        same = "the same report" if alone.report == both.report else "ANOTHER REPORT"
        aim = ", aim 1.7" if documents == compared else ""
        undivided = both.processor
        print(
            f"  2 processes {alone.seconds / both.seconds:.2f} times as quick{aim}; {same}; {undivided:.1f} s do not "
            f"divide, so that 100 would take {undivided + (alone.processor - undivided) / 100:.0f} s",
            flush=True,
        )


def _print(documents: int, workers: int, run: Checked) -> None:
    seconds, megabytes = run.others
    times = f"{run.seconds:7.1f} s{run.processor:7.1f} s{seconds:7.1f} s"
    print(f"{f'{documents:,}, {workers}':28}{times}{run.megabytes:7,.0f} MB{megabytes:7,.0f} MB", flush=True)


def _checked(datasets: Path, seeds: Path, workers: int) -> Checked:
    command = [sys.executable, "-m", "validation", "--datasets", str(datasets), "--seeds", str(seeds)]
    with tempfile.TemporaryFile() as report:
        started = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--workers", str(workers), "--format", "json"],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=report,
            stderr=subprocess.DEVNULL,
        )
        seen: dict[int, tuple[float, float]] = {}
        while process.poll() is None and time.perf_counter() - started < PATIENCE:
            for one in _family(process.pid):
                _look(one, seen)
            time.sleep(EVERY)
        process.kill()
        seconds = time.perf_counter() - started
        report.seek(0)
        first, others = seen.pop(process.pid), list(seen.values())
        most = (max((one for one, _ in others), default=0.0), max((one for _, one in others), default=0.0))
        return Checked(seconds, *first, most, report.read())


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _look(process: psutil.Process, seen: dict[int, tuple[float, float]]) -> None:
    """Keeps what a process took so far, and its largest memory."""
    try:
        with process.oneshot():
            times, megabytes = process.cpu_times(), process.memory_info().rss / 2**20
    except psutil.NoSuchProcess:
        return
    _, most = seen.get(process.pid, (0.0, 0.0))
    seen[process.pid] = times.user + times.system, max(most, megabytes)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="numbers of documents")
    parser.add_argument(
        "--compared", type=int, default=COMPARED, help="the number for which two are to be 1.7 times one"
    )
    options = parser.parse_args()
    measure(tuple(options.sizes), options.compared)

"""Runs of a process: how long each took, and how much memory it had at most."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer

ROOT = Path(__file__).parents[2]


class Failed(Exception):
    """A process that took too long, or ended as it should not."""


@dataclass(frozen=True)
class Run:
    """One run: wall-clock seconds, and the largest resident memory in MB."""

    seconds: float
    megabytes: float

    def without(self, other: Run) -> Run:
        """The same without the seconds of another, which is a part of it."""
        return Run(self.seconds - other.seconds, self.megabytes)


def run(command: Sequence[str], folder: Path, *, code: int = 0, timeout: float) -> Run:
    """Runs a command in a folder, with the repository to import from; its output is thrown away.

    Raises
    ------
    Failed
        where it doesn't end with `code` within `timeout` seconds
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    timer = Timer(timeout, process.kill)
    timer.start()
    _, status, used = os.wait4(process.pid, 0)  # unlike Popen.wait, it says what this one process used
    seconds = time.perf_counter() - started
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != code:
        raise Failed(f"ended with {process.returncode} after {seconds:.0f} s: {' '.join(command)[:80]}")
    return Run(seconds, used.ru_maxrss / 1024)


def typical(runs: Sequence[Run]) -> Run:
    """The median of the seconds, and the largest of the memories."""
    return Run(median(one.seconds for one in runs), max(one.megabytes for one in runs))

"""What works on shares: this process alone, several of this machine, or those of a cluster."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import Protocol

from validation.sharing import work
from validation.sharing.examining import Examined
from validation.sharing.work import Differs, Task

PAYS = 8_000_000
"""Bytes of text from which on another process reads more than it costs to begin it."""

# Work ends where so many workers died and no share was done between.
DEATHS = 3
# Windows waits for no more processes at once.
MOST = 61 if sys.platform == "win32" else sys.maxsize


class Failed(Exception):
    """Why other processes can't do the work, in a line."""


class Engine(Protocol):
    """What works on tasks."""

    def work(self, tasks: Sequence[Task]) -> Generator[Examined]:
        """What is found, as it comes, in any order. Raises `Failed`."""
        ...

    def stop(self) -> None:
        """Lets be what is not done, while another thread waits for it."""
        ...


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fitting(weight: int) -> Engine | None:
    """A process for each processor, where so much text is worth it; None where this process may as well read alone."""
    workers = processors() if weight >= PAYS else 1
    return Pool(workers) if workers > 1 else None


class Pool:
    """So many processes of this machine, which end with this one. A share whose process dies is worked on again."""

    def __init__(self, workers: int) -> None:
        self.workers = min(workers, MOST)
        self._context = get_context("spawn")
        self._theirs, self._ours = self._context.Pipe(duplex=False)

    def work(self, tasks: Sequence[Task]) -> Generator[Examined]:
        """What is found, as it comes, in any order. Raises `Failed`."""
        left, deaths = set(range(len(tasks))), 0
        while left:
            if self._ours.closed:
                raise Failed("it was stopped")
            before = len(left)
            executor = ProcessPoolExecutor(min(self.workers, len(left)), self._context, _begin, (self._theirs,))
            try:
                with _deaf():
                    futures = {executor.submit(_done, tasks[number]): number for number in sorted(left)}
                for future in as_completed(futures):
                    found = future.result()
                    left.remove(futures[future])
                    yield found
            except BrokenProcessPool as error:
                deaths = deaths + 1 if len(left) == before else 1
                if deaths >= DEATHS:
                    few = f"is there enough memory for {self.workers}? Try --workers 1"
                    raise Failed(f"workers died {deaths} times: {few}") from error
            except Differs as error:
                raise Failed(f"something was changed meanwhile; check again ({error})") from error
            finally:
                executor.shutdown(cancel_futures=True)

    def stop(self) -> None:
        """Ends the processes at once."""
        self._ours.close()


@contextmanager
def _deaf() -> Generator[None]:
    """Processes that are begun meanwhile don't hear Ctrl-C: it is for this one."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(pipe: Connection) -> None:
    """How a worker begins: it goes on as long as the process that began it holds the other end of the pipe."""
    gc.disable()
    Thread(target=_end_with, args=(pipe,), daemon=True).start()


def _end_with(pipe: Connection) -> None:
    with suppress(EOFError, OSError):
        pipe.recv_bytes()
    os._exit(1)


def _done(task: Task) -> Examined:
    """The work, after which all is thrown away at once: to look for what nobody holds meanwhile takes a tenth of it."""
    found = work.done(task)
    gc.collect()
    return found

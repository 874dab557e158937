"""What works on shares: this process alone, several of this machine, or those of a cluster."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from validation.sharing import work
from validation.sharing.examining import Examined
from validation.sharing.work import Differs, Task

Engine = Callable[[Sequence[Task]], Iterator[Examined]]
"""Works on tasks, and gives what was found as it comes, in any order."""

PAYS = 8_000_000
"""Bytes of text from which on another process reads more than it costs to begin it."""

# So many times work goes on without a worker that died.
DEATHS = 3


class Failed(Exception):
    """Why other processes can't do the work, in a line."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fitting(weight: int) -> Engine | None:
    """A process for each processor, where so much text is worth it; None where this process may as well read alone."""
    workers = processors() if weight >= PAYS else 1
    return pool(workers) if workers > 1 else None


def pool(workers: int) -> Engine:
    """So many processes of this machine. A share whose process dies is worked on again. Raises `Failed`."""

    def run(tasks: Sequence[Task]) -> Iterator[Examined]:
        left = set(range(len(tasks)))
        for _ in range(DEATHS):
            with ProcessPoolExecutor(min(workers, len(left)), get_context("spawn"), gc.disable) as executor:
                futures = {executor.submit(_done, tasks[number]): number for number in sorted(left)}
                try:
                    for future in as_completed(futures):
                        found = future.result()
                        left.remove(futures[future])
                        yield found
                except BrokenProcessPool:
                    continue
                except Differs as error:
                    raise Failed(f"a worker can't go on: {error}") from error
                finally:
                    executor.shutdown(wait=False, cancel_futures=True)
            return
        raise Failed(f"workers died {DEATHS} times: is there enough memory for {workers}? Try --workers 1")

    return run


def _done(task: Task) -> Examined:
    """The work, after which all is thrown away at once: to look for what nobody holds meanwhile takes a tenth of it."""
    found = work.done(task)
    gc.collect()
    return found

"""A cluster that works on shares: Dask's distributed scheduler, which gives a share whose worker died to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from validation.sharing import work
from validation.sharing.engines import Engine, Failed
from validation.sharing.examining import Examined
from validation.sharing.work import Task

if TYPE_CHECKING:
    from distributed import Client, Future

# So many shares a worker has before it, so that it never waits for one.
AHEAD = 2
# Seconds until a scheduler and a worker must have answered.
PATIENCE = 20


def cluster(address: str) -> Engine:
    """The workers of a scheduler. Raises `Failed` where there is none, or one has another program or other files."""

    def run(tasks: Sequence[Task]) -> Iterator[Examined]:
        with _connected(address) as client:
            yield from _worked(client, tasks)

    return run


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise Failed('a cluster needs the extra "cluster": pip install "stated-numbers[cluster]"') from error
    try:
        client = Client(address, timeout=PATIENCE)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise Failed(f"--cluster {address}: no scheduler with a worker answers there within {PATIENCE} s") from error
    return client


def _worked(client: Client, tasks: Sequence[Task]) -> Iterator[Examined]:
    """Some tasks at a time: what a cluster is to do later would lie in its scheduler's memory."""
    from distributed import as_completed

    waiting = iter(tasks)
    first = islice(waiting, AHEAD * max(len(client.scheduler_info(n_workers=-1)["workers"]), 1))
    running = as_completed([client.submit(work.done, task, pure=False) for task in first])
    for future in running:
        found = _result(future)
        if (task := next(waiting, None)) is not None:
            running.add(client.submit(work.done, task, pure=False))
        yield found


def _result(future: Future) -> Examined:
    from distributed import KilledWorker

    try:
        return future.result()
    except work.Differs as error:
        raise Failed(f"a worker of the cluster is refused: {error}") from error
    except ModuleNotFoundError as error:
        raise Failed(f"a worker of the cluster has no {error.name}: install stated-numbers there too") from error
    except KilledWorker as error:
        raise Failed("a share of the cluster ended several workers: have they enough memory?") from error

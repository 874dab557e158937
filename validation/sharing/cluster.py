"""A cluster that works on shares: Dask's distributed scheduler, which gives a share whose worker died to another."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from itertools import islice
from typing import TYPE_CHECKING, Any

from validation.sharing import work
from validation.sharing.engines import Failed
from validation.sharing.examining import Examined
from validation.sharing.work import Task

if TYPE_CHECKING:
    from distributed import Client, Future

# So many shares each thread of a worker has before it, so that it never waits for one.
AHEAD = 2
# Seconds until a scheduler and a worker must have answered.
PATIENCE = 20

Answer = tuple[Examined | None, str]
"""What was found, or why a worker can't work."""


class Cluster:
    """The workers of the scheduler at an address. Raises `Failed` where Dask is not installed."""

    def __init__(self, address: str) -> None:
        try:
            import distributed  # noqa: F401 - here, before another thread does so beside this one
        except ImportError as error:
            raise Failed('a cluster needs the extra "cluster": pip install "stated-numbers[cluster]"') from error
        self.address = address
        self._client: Client | None = None
        self._stopped = False

    def work(self, tasks: Sequence[Task]) -> Generator[Examined]:
        """What is found, as it comes, in any order. Raises `Failed`: nobody answers, or a worker has other files."""
        from distributed import KilledWorker

        try:
            with self._connected() as self._client:
                if self._stopped:
                    raise Failed("it was stopped")
                if refusal := _other_pythons(self._client.get_versions()):
                    raise Failed(refusal)
                yield from _worked(self._client, tasks)
        except (CancelledError, OSError) as error:
            raise Failed(f"--cluster {self.address}: its scheduler went away") from error
        except RuntimeError as error:  # of a client that was closed
            if not self._stopped:
                raise
            raise Failed("it was stopped") from error
        except KilledWorker as error:
            raise Failed("a share of the cluster ended several workers: have they enough memory?") from error

    def stop(self) -> None:
        """Leaves the cluster, which lets the shares be; while nobody has answered yet, when somebody does."""
        self._stopped = True
        if self._client:
            self._client.close()

    def _connected(self) -> Client:
        from distributed import Client

        client = None
        try:
            client = Client(self.address, timeout=PATIENCE)
            client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError, TypeError, ValueError) as error:
            if client:
                client.close()
            raise Failed(
                f"--cluster {self.address}: no scheduler with a worker answers there; start one, or leave this out"
            ) from error
        return client


def _other_pythons(versions: Mapping[str, Any]) -> str:
    """Why workers are refused, of whom one has another Python: code that is sent doesn't run there. "" where none has.

    `versions` is what Dask says of the processes.
    """
    here = versions["client"]["host"]["python"]
    others = {one["host"]["python"] for one in versions["workers"].values()} - {here}
    return f"a worker of the cluster is refused: it runs Python {min(others)}, and here runs {here}" if others else ""


def _worked(client: Client, tasks: Sequence[Task]) -> Iterator[Examined]:
    """Some tasks at a time: what a cluster is to do later would lie in its scheduler's memory."""
    from distributed import as_completed

    def submitted(task: Task) -> Future:
        return client.submit(done, work.program(), pickle.dumps(task), pure=False)

    done, waiting = _by_value(), iter(tasks)
    threads = sum(client.nthreads().values())
    running = as_completed([submitted(task) for task in islice(waiting, AHEAD * max(threads, 1))])
    for future in running:
        found, refusal = pickle.loads(future.result())
        if refusal:
            raise Failed(f"a worker of the cluster is refused: {refusal}")
        if (task := next(waiting, None)) is not None:
            running.add(submitted(task))
        yield found


def _by_value() -> Callable[[str, bytes], bytes]:
    """What a worker does. It is sent as code, for there may be another program there, or none; an `Answer` comes back.

    Task and answer are bytes to Dask, whose scheduler has no need of the program.
    """

    def done(program: str, task: bytes) -> bytes:
        import pickle

        def answer() -> Answer:
            try:
                from validation.sharing import work
            except ImportError as error:
                return None, f"it has no {error.name}: install stated-numbers there too"
            if not hasattr(work, "refusal"):
                return None, "it runs another version: install the same there"
            if unlike := work.refusal(program):  # before it reads what may be another version's
                return None, unlike
            try:
                return work.done(pickle.loads(task)), ""
            except work.Differs as error:
                return None, f"{error}: share the folder with it under the same path"

        return pickle.dumps(answer())

    return done

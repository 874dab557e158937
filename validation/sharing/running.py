"""A whole register examined: its tables at once, its documents share by share, here or by other processes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path

from validation.model.register import Register
from validation.rules import quotation
from validation.rules.catalog import MISTAKE_CHECKS, TABLE_CHECKS
from validation.sharing import examining, work
from validation.sharing.engines import Engine
from validation.sharing.examining import Examined
from validation.sharing.shares import Asked, Cell, Share
from validation.sharing.tally import Tally
from validation.sharing.work import Task

Tell = Callable[[int, int], None]
"""Is told how many shares are done, and of how many."""


def examined(register: Register) -> Examined:
    """What is found of a register whose documents are loaded."""
    tally, asked = _mistakes(register)
    return _whole(register, asked, examining.of_sources(register, asked), tally, _tables(register, asked))


def read(
    register: Register,
    parts: Sequence[Share],
    datasets: Path,
    seeds: Path | None,
    engine: Engine | None,
    tell: Tell = lambda done, count: None,
) -> Examined:
    """What is found of a register whose documents are not loaded, but read share by share from their folder.

    Without an `engine` this process does all by itself. Raises what the engine raises.
    """
    tally, asked = _mistakes(register)
    if engine is None or work.mended(register):
        found = _merged(_alone(register, parts, seeds, asked), len(parts), tell)
        return _whole(register, asked, found, tally, _tables(register, asked))
    with ThreadPoolExecutor(1) as beside:  # while others read documents, this process looks at the tables
        tasks = list(work.tasks(register, parts, datasets, seeds, asked))
        try:
            waited = beside.submit(_by_others, engine, tasks, tell)
            tables, found = _tables(register, asked), waited.result()
        except BaseException:
            engine.stop()  # who interrupts this doesn't wait for others
            raise
    return _whole(register, asked, found, tally, tables)


def _mistakes(register: Register) -> tuple[Tally, Asked]:
    """What is wrong with single cells, and what then is to be asked of sources."""
    mistaken: set[Cell] = set()
    tally = Tally(chain(register.faults, examining.seen(register, MISTAKE_CHECKS, mistaken)))
    return tally, Asked(quotation.sought(register), mistaken, register.left)


def _tables(register: Register, asked: Asked) -> Tally:
    return Tally(examining.faults(register, TABLE_CHECKS, asked.mistaken))


def _alone(register: Register, parts: Iterable[Share], seeds: Path | None, asked: Asked) -> Iterator[Examined]:
    for number, part in enumerate(parts):
        if number:
            gc.collect()  # a command does not do so by itself, and each share would stay in memory
        yield examining.of_part(part.of(register), part, seeds, part.asked(asked))


def _by_others(engine: Engine, tasks: Sequence[Task], tell: Tell) -> Examined:
    with closing(engine.work(tasks)) as every:
        return _merged(every, len(tasks), tell)


def _merged(every: Iterable[Examined], count: int, tell: Tell) -> Examined:
    found = Examined()
    for done, one in enumerate(every, start=1):
        found.add(one)
        tell(done, count)
    return found


def _whole(register: Register, asked: Asked, found: Examined, *tallies: Tally) -> Examined:
    """All that was found, with what follows from it: words that stand in no document, where all could be read."""
    for tally in tallies:
        found.tally.add(tally)
    documents = {source.id for source in register.sources.values() if source.is_document}
    if documents <= found.unchanged:
        misquoted = partial(quotation.misquotations, missing=asked.words - found.printed)
        found.tally.add(Tally(examining.faults(register, [misquoted], asked.mistaken)))
    order = {source_id: place for place, source_id in enumerate(register.sources)}
    found.coverage.sort(key=lambda one: order[one.source_id])
    return found

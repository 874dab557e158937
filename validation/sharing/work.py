"""A share as another process works on it: it reads the share's rows where they stand in the tables' files.

No row is sent to it, only where each begins and ends; and what it reads must be what was read here.
"""

from __future__ import annotations

import hashlib
import mmap
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from validation.files import documents, tables
from validation.files.schemas import TABLES
from validation.files.stored import Stored
from validation.files.tables import Table
from validation.model.register import Register
from validation.sharing.examining import Examined, of_part
from validation.sharing.shares import SHARED_TABLES, Asked, Share

CODE = Path(__file__).parents[1]


class Differs(Exception):
    """A worker has another program, or other files, than the process that asks it."""


@dataclass(frozen=True)
class Rows:
    """Some rows of a table: which they are, on which lines they stand, and where these are in the file.

    `spans` go from where to where, the header's before all others; `sha256` is the checksum of what stands there.
    """

    numbers: NDArray[np.int32]
    lines: NDArray[np.int32]
    spans: Sequence[tuple[int, int]]
    sha256: str


@dataclass(frozen=True)
class Task:
    """A share to work on, by what another process can read.

    `shared` are its rows by table, `whole` the checksums of the tables that are not shared, `sizes` those of the
    documents by source; `program` is what must run there.
    """

    datasets: Path
    seeds: Path | None
    shared: Mapping[str, Rows]
    whole: Mapping[str, str]
    sizes: Mapping[str, int]
    asked: Asked
    program: str


def mended(register: Register) -> list[str]:
    """The files whose lines don't stand there as they were read, such as those with CR: others can't read these."""
    return [table.file for table in register.tables.values() if table.mended]


def tasks(
    register: Register, shares: Iterable[Share], datasets: Path, seeds: Path | None, asked: Asked
) -> Iterator[Task]:
    """What another process has to know to work on each share of a register that was read from a folder."""
    whole = {name: table.stored.sha256 for name, table in register.tables.items() if name not in SHARED_TABLES}
    folders = datasets.resolve(), seeds and seeds.resolve()
    for share in shares:
        shared = {name: _rows(register.tables[name], numbers) for name, numbers in share.rows.items()}
        yield Task(*folders, shared, whole, share.sizes, share.asked(asked), program())


def done(task: Task) -> Examined:
    """What is found of a share. Raises `Differs` where this process has other files or another program."""
    if unlike := refusal(task.program):
        raise Differs(unlike)
    shared = {name: _table(task.datasets, name, rows) for name, rows in task.shared.items()}
    whole = {name: _whole(task.datasets, name, sha256) for name, sha256 in task.whole.items()}
    part = Register({**whole, **shared}, {})
    if documents.sizes(task.seeds, part["sources"]) != task.sizes:
        raise Differs(f"it has other documents in {task.seeds}")
    return of_part(part, Share({name: rows.numbers for name, rows in task.shared.items()}), task.seeds, task.asked)


def refusal(asked: str) -> str:
    """Why this process does not work for one that runs the program that is asked for; "" where it does."""
    return "" if asked == program() else f"it runs {program()}, and here runs {asked}: install the same version there"


@cache
def program() -> str:
    """The program that runs here: two that are called the same find the same in the same files."""
    digest = hashlib.sha256()
    for file in sorted(CODE.rglob("*.py")):
        digest.update(file.relative_to(CODE).as_posix().encode() + b"\0" + file.read_bytes())
    libraries = ", ".join(f"{name} {version(name)}" for name in ("pandas", "babel", "pint"))
    return f"code {digest.hexdigest()[:12]} on Python {platform.python_version()} with {libraries}"


def _rows(table: Table, numbers: NDArray[np.integer]) -> Rows:
    spans = table.spans(numbers)
    return Rows(numbers.astype(np.int32), table.numbered[numbers], spans, _sha256(_cut(table.stored, spans)))


def _cut(data: Stored | mmap.mmap, spans: Sequence[tuple[int, int]]) -> bytes:
    return b"".join(data[start:end] for start, end in spans)


def _table(datasets: Path, name: str, rows: Rows) -> Table:
    return replace(_read(datasets / f"{name}.csv", rows.sha256, rows), lines=rows.lines.tolist())


@lru_cache(maxsize=len(TABLES))
def _whole(datasets: Path, name: str, sha256: str) -> Table:
    """A table that is not shared; the shares of one register have it in common."""
    return _read(datasets / f"{name}.csv", sha256)


def _read(path: Path, sha256: str, rows: Rows | None = None) -> Table:
    """A table's file, or some of its rows, if they are those that were read by the process that asks."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            text = data[:] if rows is None else _cut(data, rows.spans)
    except (OSError, ValueError) as error:  # of an empty file there is no map
        raise Differs(f"it cannot read {path}") from error
    table = None
    if _sha256(text) == sha256:
        table, _ = tables.parsed(path.stem, text, TABLES[path.stem].columns, keep=False)
    if table is None:
        raise Differs(f"its {path} is another")
    return table


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

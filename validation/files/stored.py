"""The bytes of a file as they were read: in memory, or aside, where its cells fill that already."""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

PIECE = 1_000_000
"""Bytes that are read at once."""

NEAR = 100_000
"""Bytes of lines that are looked at at once: a processor has so many near."""

Read = Callable[[], Iterable[bytes]]
"""Gives bytes piece by piece, from the beginning whenever it is called."""


class Stored:
    """Bytes that nothing changes, whatever becomes of the file that they were read from.

    `aside` has them in a temporary file. `sha256` is their checksum as hexadecimal digits. Many may read them at once.
    Raises what `read` raises.
    """

    def __init__(self, read: Read, *, aside: bool = False) -> None:
        self._descriptor = _aside(self, read) if aside else None
        self._data = b"" if self._descriptor is not None else b"".join(read())
        self._size = len(self._data) if self._descriptor is None else os.fstat(self._descriptor).st_size
        digest = hashlib.sha256()
        for _, piece in self.pieces():
            digest.update(piece)
        self.sha256 = digest.hexdigest()

    @property
    def is_aside(self) -> bool:
        """Whether they are in a temporary file."""
        return self._descriptor is not None

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        """The bytes from a place on to another."""
        start, end, _ = part.indices(self._size)
        if self._descriptor is None:
            return self._data[start:end]
        pieces = range(start, end, PIECE)  # of more than 2 GB systems give less than is asked for
        return b"".join(os.pread(self._descriptor, min(PIECE, end - at), at) for at in pieces)

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """All in pieces that take little memory, each with its place."""
        for at in range(0, self._size, PIECE):
            yield at, self[at : at + PIECE]

    def lines(self, start: int = 0, size: int = NEAR) -> Iterator[tuple[int, bytes]]:
        """The lines from a place on, of so many bytes at once but for one that is longer, and where they begin."""
        while start < self._size:
            lines = self[start : start + size]
            while start + len(lines) < self._size and b"\n" not in lines:
                lines = self[start : start + 2 * len(lines)]
            if start + len(lines) < self._size:
                lines = lines[: lines.rindex(b"\n") + 1]
            yield start, lines
            start += len(lines)

    @property
    def whole(self) -> bytes:
        """All of it."""
        return self[:]


def in_memory(data: bytes) -> Stored:
    """Bytes that are here already."""
    return Stored(lambda: [data])


def _aside(keeper: Stored, read: Read) -> int | None:
    """A temporary file of what is read that lasts as long as its keeper; None where there can't be one."""
    if not hasattr(os, "pread"):  # on Windows
        return None
    try:
        with ExitStack() as failed:
            file = failed.enter_context(tempfile.TemporaryFile())
            file.writelines(read())
            file.flush()
            failed.pop_all()
    except OSError:  # the disk is full
        return None
    weakref.finalize(keeper, file.close)
    return file.fileno()

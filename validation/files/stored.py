"""The bytes of a file as they were read: in memory, or aside, where its cells fill that already."""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import ExitStack

_PIECE = 1_000_000


class Stored:
    """Bytes that nothing changes, whatever becomes of the file that they were read from.

    `aside` has them in a temporary file. `sha256` is their checksum as hexadecimal digits. Many may read them at once.
    """

    def __init__(self, data: bytes, *, aside: bool = False) -> None:
        self.sha256 = hashlib.sha256(data).hexdigest()
        self._size = len(data)
        self._descriptor = _aside(self, data) if aside else None
        self._data = b"" if self._descriptor is not None else data

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, part: slice) -> bytes:
        """The bytes from a place on to another."""
        start, end, _ = part.indices(self._size)
        if self._descriptor is None:
            return self._data[start:end]
        pieces = range(start, end, _PIECE)  # of more than 2 GB systems give less than is asked for
        return b"".join(os.pread(self._descriptor, min(_PIECE, end - at), at) for at in pieces)

    def pieces(self) -> Iterator[tuple[int, bytes]]:
        """All in pieces that take little memory, each with its place."""
        for at in range(0, self._size, _PIECE):
            yield at, self[at : at + _PIECE]

    @property
    def whole(self) -> bytes:
        """All of it."""
        return self[:]


def _aside(keeper: Stored, data: bytes) -> int | None:
    """A temporary file of the bytes that lasts as long as its keeper; None where there can't be one."""
    if not hasattr(os, "pread"):  # on Windows
        return None
    try:
        with ExitStack() as failed:
            file = failed.enter_context(tempfile.TemporaryFile())
            file.write(data)
            file.flush()
            failed.pop_all()
    except OSError:  # the disk is full
        return None
    weakref.finalize(keeper, file.close)
    return file.fileno()

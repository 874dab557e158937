"""The bytes of a file, kept as they were read: in memory or aside."""

from __future__ import annotations

import gc
import io
import os
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from validation.files import stored
from validation.files.stored import Stored

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

DATA = bytes(range(256)) * 5_000


@pytest.fixture(params=[True, False], ids=["aside", "in memory"])
def kept(request: pytest.FixtureRequest) -> Stored:
    return Stored(DATA, aside=request.param)


def test_what_is_kept_is_what_was_read(kept: Stored) -> None:
    assert (len(kept), kept.whole, kept.sha256) == (len(DATA), DATA, sha256(DATA).hexdigest())
    assert b"".join(piece for _, piece in kept.pieces()) == DATA
    assert all(DATA.startswith(piece, at) for at, piece in kept.pieces())


@pytest.mark.parametrize(("start", "end"), [(0, 3), (1_279_990, None), (7, 7), (9, 2), (len(DATA), len(DATA) + 5)])
def test_a_part_is_cut_as_from_bytes(kept: Stored, start: int, end: int | None) -> None:
    assert kept[start:end] == DATA[start:end]


def test_many_read_at_once(kept: Stored) -> None:
    with ThreadPoolExecutor(8) as readers:
        parts = readers.map(lambda at: kept[at : at + 999], range(0, len(DATA), 999))
        assert b"".join(parts) == DATA


def test_nothing_is_kept_twice() -> None:
    one = Stored(DATA, aside=True)
    assert one._data == b""
    descriptor = one._descriptor
    assert descriptor is not None
    assert os.fstat(descriptor).st_size == len(DATA)
    del one
    gc.collect()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)


def test_without_room_on_the_disk_it_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []

    class Full(io.BytesIO):
        def write(self, data: Buffer) -> int:
            made.append(self)
            return 0

        def flush(self) -> None:
            if not self.closed:
                super().close()
                raise OSError(28, "No space left on device")

        def close(self) -> None:
            self.flush()

    monkeypatch.setattr(stored.tempfile, "TemporaryFile", Full)
    assert Stored(DATA, aside=True).whole == DATA
    assert [one.closed for one in made] == [True]

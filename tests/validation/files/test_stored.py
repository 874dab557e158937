"""The bytes of a file, kept as they were read: in memory or aside."""

from __future__ import annotations

import gc
import io
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import stored
from validation.files.stored import Stored, in_memory

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

DATA = bytes(range(256)) * 5_000


def pieces() -> Iterator[bytes]:
    yield from (DATA[at : at + 999] for at in range(0, len(DATA), 999))


@pytest.fixture(params=[True, False], ids=["aside", "in memory"])
def kept(request: pytest.FixtureRequest) -> Stored:
    return Stored(pieces, aside=request.param)


def test_what_is_kept_is_what_was_read(kept: Stored) -> None:
    assert (len(kept), kept.whole, kept.sha256) == (len(DATA), DATA, sha256(DATA).hexdigest())
    assert b"".join(piece for _, piece in kept.pieces()) == DATA
    assert all(DATA.startswith(piece, at) for at, piece in kept.pieces())


@pytest.mark.parametrize(("start", "end"), [(0, 3), (1_279_990, None), (7, 7), (9, 2), (len(DATA), len(DATA) + 5)])
def test_a_part_is_cut_as_from_bytes(kept: Stored, start: int, end: int | None) -> None:
    assert kept[start:end] == DATA[start:end]


@given(st.text("\nab", max_size=30).map(str.encode), st.data())
def test_lines_are_never_cut(data: bytes, dice: st.DataObject) -> None:
    start = dice.draw(st.sampled_from([0, *(at + 1 for at, sign in enumerate(data) if sign == ord("\n"))]))
    found = [*in_memory(data).lines(start, dice.draw(st.integers(1, 9)))]
    assert b"".join(lines for _, lines in found) == data[start:]
    assert all(lines and data.startswith(lines, at) for at, lines in found)
    assert all(lines.endswith(b"\n") for _, lines in found[:-1])


def test_lines_are_as_many_as_are_asked_for() -> None:
    data = in_memory(b"a\nbb\nccc\ndddd\n\ne")
    assert [lines for _, lines in data.lines(size=6)] == [b"a\nbb\n", b"ccc\n", b"dddd\n\n", b"e"]
    assert [lines for _, lines in data.lines(5, size=1)] == [b"ccc\n", b"dddd\n\ne"]


def test_many_read_at_once(kept: Stored) -> None:
    with ThreadPoolExecutor(8) as readers:
        parts = readers.map(lambda at: kept[at : at + 999], range(0, len(DATA), 999))
        assert b"".join(parts) == DATA


def test_nothing_is_kept_twice() -> None:
    one = Stored(pieces, aside=True)
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
        def writelines(self, lines: Iterable[Buffer], /) -> None:
            made.append(self)

        def flush(self) -> None:
            if not self.closed:
                super().close()
                raise OSError(28, "No space left on device")

        def close(self) -> None:
            self.flush()

    monkeypatch.setattr(stored.tempfile, "TemporaryFile", Full)
    assert Stored(pieces, aside=True).whole == DATA
    assert [one.closed for one in made] == [True]

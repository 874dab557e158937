"""What a change did to the bytes of a file, taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from validation.editing.stretches import stretch

data = st.lists(st.sampled_from([b"a\n", b"a", b"b\n", b"bb", b""])).map(b"".join)


@given(data, data)
def test_what_was_there_before_comes_back(before: bytes, after: bytes) -> None:
    done = stretch(before, after)
    assert done.undone(after) == before
    assert done.undone(after + b"x") is None


def test_the_stretch_is_the_shortest() -> None:
    done = stretch(b"one\ntwo\nthree\n", b"one\ntwo\nnew\nthree\n")
    assert (done.start, done.old, done.new) == (8, b"", b"new\n")
    same = stretch(b"one\n", b"one\n")
    assert (same.old, same.new) == (b"", b"")

"""What a change did to a file: the one stretch of its bytes that became another."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Stretch:
    """From `start` on there was `old` and is `new`; `left` is the SHA-256 of the file with it."""

    start: int
    old: bytes
    new: bytes
    left: bytes

    def undone(self, data: bytes) -> bytes | None:
        """The file as it was before; None where it is another than it was left."""
        if sha256(data).digest() != self.left:
            return None
        return data[: self.start] + self.old + data[self.start + len(self.new) :]


def stretch(before: bytes, after: bytes) -> Stretch:
    """The shortest stretch outside of which two files are the same."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    return Stretch(start, old, new, sha256(after).digest())


def _alike(one: bytes, other: bytes) -> int:
    """How many bytes at the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

"""The seeds folder as documents are put into it: whole or not at all, and nothing that lay there is lost."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from validation.files import edits

# So many digits of a file's SHA-256 tell an earlier edition from a later one.
_DIGITS = 8


def sha256(data: bytes) -> str:
    """The checksum of a file's bytes, as sources.csv has it."""
    return hashlib.sha256(data).hexdigest()


def kept(path: Path, data: bytes) -> dict[Path, bytes]:
    """What has to be written so that a file can be written over: what lies there now, under a name of its own."""
    now = path.read_bytes() if path.is_file() else data
    return {path.with_name(f"{path.stem}.{sha256(now)[:_DIGITS]}{path.suffix}"): now} if now != data else {}


@contextmanager
def written(files: Mapping[Path, bytes]) -> Generator[None]:
    """Files that stay only if all that is done with them succeeds; else all are as they were. Raises OSError."""
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    try:
        for path, data in files.items():
            edits.write(path, data)
        yield
    except BaseException:
        for path, was in before.items():
            if was is None:
                path.unlink(missing_ok=True)
            else:
                edits.write(path, was)
        raise

"""Folders as they look from outside, so that it shows when their files have changed."""

from __future__ import annotations

import os
from collections.abc import Hashable
from pathlib import Path

Seen = Hashable
"""What the files look like from outside: another where any was written, put there or taken away."""


def looks(*folders: Path | None) -> Seen:
    """The files directly in some folders, each with what changes when it is written or replaced."""
    return tuple(_file(file) for folder in folders if folder for file in _files(folder))


def _files(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted((file for file in found if not _is_passing(file.name)), key=lambda file: file.name)
    except OSError:
        return []


def _is_passing(name: str) -> bool:
    """Whether an editor keeps a file for itself, and may write it again and again."""
    return name.startswith(".") or name.endswith(("~", ".swp", ".tmp"))


def _file(file: os.DirEntry[str]) -> Seen:
    try:
        is_now = os.stat(file.path)  # an entry keeps what it was when the folder was read
    except OSError:
        return file.name
    return file.name, is_now.st_ino, is_now.st_size, is_now.st_mtime_ns, is_now.st_ctime_ns

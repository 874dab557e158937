"""A folder of tables as a commit of its git repository has it."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from validation.files.package import DESCRIPTOR
from validation.files.releases import TABLES


class Absent(ValueError):
    """There is no such commit here, or no collection in it; the message is why."""


def read(commit: str, datasets: Path) -> Mapping[str, bytes]:
    """The tables and the descriptor by name, as `releases.read` gives those of a package. Raises `Absent`.

    `commit` is whatever git knows one by: a branch, a tag, a hash, `HEAD~1`.
    """
    with zipfile.ZipFile(io.BytesIO(_archive(commit, datasets))) as archive:
        names = [name for name in archive.namelist() if "/" not in name]
        files = {_packed(name): archive.read(name) for name in names}
    if DESCRIPTOR not in files:
        raise Absent(f"it has no {DESCRIPTOR} there")
    return files


def _packed(name: str) -> str:
    return f"{TABLES}{name}" if name.endswith(".csv") else name


def _archive(commit: str, folder: Path) -> bytes:
    """From within a folder, git packs that folder alone."""
    command = ["git", "-C", str(folder), "archive", "--format=zip", "--end-of-options", commit]
    try:
        done = subprocess.run(command, capture_output=True, env=os.environ | {"LC_ALL": "C"}, check=False)
    except FileNotFoundError as error:
        raise Absent("there is no git") from error
    if done.returncode:
        raise Absent(done.stderr.decode(errors="replace").strip().removeprefix("fatal: "))
    return done.stdout

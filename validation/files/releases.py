"""Frozen versions of the data: `releases/1.0.0.zip` beside the tables, and what a package of any kind holds."""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from validation.files.package import DESCRIPTOR
from validation.findings import file_of
from validation.vocabulary import MAJOR, MINOR

FOLDER = "releases"
"""Where releases lie, beside the tables."""

TABLES = "tables/"
"""Where a package has the tables, as they are."""

MOST = 1 << 31
"""Bytes that a package may unpack to."""

_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")


class Damaged(ValueError):
    """A package that can't be read, or whose files are not what it says of them; the message says which."""


@dataclass(frozen=True, order=True)
class Version:
    """A semantic version (https://semver.org), without a name for what comes before it."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def next(self, weight: str) -> Version:
        """The one that follows where the heaviest change has this weight, a code of `vocabulary.WEIGHTS`."""
        if weight == MAJOR:
            return Version(self.major + 1, 0, 0)
        if weight == MINOR:
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)


FIRST = Version(1, 0, 0)

CHANGES = "changes.json"
"""Where a release says what changed since the one before."""


def version(text: str) -> Version | None:
    """A version as it is written, "1.0.0"; None for anything else."""
    found = _VERSION.fullmatch(text)
    return Version(*map(int, found.groups())) if found else None


def released(datasets: Path) -> Mapping[Version, Path]:
    """The releases of a collection by their versions, the oldest first."""
    found = {version(path.stem): path for path in (datasets / FOLDER).glob("*.zip")}
    return {known: found[known] for known in sorted(one for one in found if one)}


def read(path: Path) -> Mapping[str, bytes]:
    """The files of a package by name, each held against the size and the hash that its descriptor says.

    Raises
    ------
    Damaged
        where it is no package, or a file of it differs
    OSError
        where it can't be read
    """
    files = _members(path, lambda name: not name.endswith("/"))
    for name, stamp in _stamps(path, files).items():
        if name not in files or _stamp(files[name]) != stamp:
            raise Damaged(f"{path}: {name} must be what the package says of it, and is not")
    return files


def member(path: Path, name: str) -> bytes | None:
    """One file of a package; None where it has none of that name. Raises as `read` does."""
    return _members(path, name.__eq__).get(name)


def differing(path: Path, tables: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The tables of a release, by name, that are others than these. Raises as `read` does."""
    stamps = _stamps(path, _members(path, DESCRIPTOR.__eq__))
    others = {
        f"{TABLES}{file_of(name)}": name
        for name, data in tables.items()
        if stamps.get(f"{TABLES}{file_of(name)}") != _stamp(data)
    }
    return {others[name]: data for name, data in _members(path, others.__contains__).items()}


def _members(path: Path, wanted: Callable[[str], bool]) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST:
                raise Damaged(f"{path} must unpack to at most {MOST:,} bytes")
            return {name: archive.read(name) for name in archive.namelist() if wanted(name)}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise Damaged(f"{path} must be a zip that can be read: {error}") from error


def _stamp(data: bytes) -> str:
    return f"sha256:{sha256(data).hexdigest()}"


def _stamps(path: Path, files: Mapping[str, bytes]) -> Mapping[str, object]:
    """The hash of each file, by its name, as the package says it."""
    return {str(one.get("path", "")): one.get("hash") for one in _resources(path, files)}


def _resources(path: Path, files: Mapping[str, bytes]) -> list[Mapping[str, object]]:
    try:
        found = json.loads(files[DESCRIPTOR])["resources"]
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise Damaged(f"{path} must hold a {DESCRIPTOR} that names its files") from error
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise Damaged(f"{path} must hold a {DESCRIPTOR} that names its files")
    return found

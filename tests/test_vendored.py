"""The vendored files: unmodified, licensed, and of the version that the Python packages expect."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import plotly.offline
import pytest

LISTS = ("dashboard/vendor/VENDORED.md", "tests/browser/vendor/VENDORED.md")
FOLDERS = ("dashboard/vendor", "dashboard/assets/fonts", "tests/browser/vendor")


@pytest.fixture(scope="module")
def listed(root: Path) -> dict[Path, tuple[str, str]]:
    """What the lists say of each file: its license and its SHA-256."""
    text = "".join((root / name).read_text(encoding="utf-8") for name in LISTS)
    rows = re.findall(r"^\| ([\w/.-]+) \| [^|]+ [\d.]+ \| ([^|]+) \| ([0-9a-f]{64}) \|$", text, re.MULTILINE)
    return {root / name: (license, sha256) for name, license, sha256 in rows}


def test_files_are_unmodified(listed: dict[Path, tuple[str, str]]) -> None:
    for file, (_, sha256) in listed.items():
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256, file


def test_licenses_lie_beside_the_files(listed: dict[Path, tuple[str, str]]) -> None:
    for file, (license, _) in listed.items():
        texts = re.findall(r"[\w.-]+\.txt", license)
        assert texts
        assert [name for name in texts if not (file.parent / name).is_file()] == []


def test_nothing_is_left_unlisted(root: Path, listed: dict[Path, tuple[str, str]]) -> None:
    found = {file for folder in FOLDERS for file in (root / folder).iterdir()}
    assert {file for file in found if file.suffix not in {".md", ".txt"}} == set(listed)


def test_plotly_is_what_the_python_package_draws_for(listed: dict[Path, tuple[str, str]]) -> None:
    version = plotly.offline.get_plotlyjs_version()
    assert f"plotly-basic-{version}.min.js" in {file.name for file in listed}

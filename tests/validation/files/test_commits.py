"""A folder of tables as a commit has it: named as a package names it, whatever the commit is called."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from validation.files import commits
from validation.files.commits import Absent

AUTHOR = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A folder of tables with two commits, in a repository that has more."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    datasets = tmp_path / "kept" / "register"
    (datasets / "releases").mkdir(parents=True)
    (tmp_path / "README.md").write_text("Ours.\n")
    committed(tmp_path, "Nothing yet")
    (datasets / "datapackage.json").write_text("{}")
    (datasets / "units.csv").write_text("unit_id\n")
    (datasets / "releases" / "1.0.0.zip").write_bytes(b"")
    committed(tmp_path, "Units")
    (datasets / "units.csv").write_text("unit_id\nkm\n")
    return datasets


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(folder), *AUTHOR, *words], check=True)


def committed(folder: Path, message: str) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", message)


@pytest.mark.parametrize("commit", ["main", "HEAD", "main@{0}"])
def test_its_files_are_those_of_the_commit(register: Path, commit: str) -> None:
    assert commits.read(commit, register) == {"datapackage.json": b"{}", "tables/units.csv": b"unit_id\n"}


@pytest.mark.parametrize(
    ("commit", "why"),
    [
        ("next", "not a valid object name: next"),
        ("--help", "not a valid object name: --help"),
        ("0" * 40, "not a tree object"),
        ("HEAD~1", "current working directory is untracked"),
        ("HEAD~9", "not a valid object name"),
    ],
)
def test_what_is_no_commit_or_has_no_such_folder_is_told(register: Path, commit: str, why: str) -> None:
    with pytest.raises(Absent, match=why):
        commits.read(commit, register)


def test_a_folder_without_a_descriptor_is_no_collection(register: Path) -> None:
    with pytest.raises(Absent, match=r"it has no datapackage\.json there"):
        commits.read("main", register.parent)


def test_without_git_there_is_no_commit(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(register))
    with pytest.raises(Absent, match="there is no git"):
        commits.read("main", register)

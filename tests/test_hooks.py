"""The hooks as pre-commit runs them in another repository, configured with the lines of README.md."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import collection, edits
from tests.outside import HOME, Machine, block

DESCRIBE, CHECK = "stated-numbers-describe", "stated-numbers-check"


@pytest.fixture(scope="module")
def machine(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(root, tmp_path_factory.mktemp("machine"))


@pytest.fixture
def bees(root: Path, machine: Machine, tmp_path: Path) -> Path:
    """Another repository, with its documents on this machine alone, and a description that is not current."""
    machine.publish()
    collection.write(tmp_path)
    (tmp_path / ".gitignore").write_text("seeds/\n")
    (tmp_path / ".pre-commit-config.yaml").write_text(block(root, "repos:"), encoding="utf-8")
    (tmp_path / "datasets" / "README.md").write_text("# What is here\n")
    machine.commit(tmp_path)
    return tmp_path


def hooked(machine: Machine, where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return machine.run(sys.executable, "-m", "pre_commit", "run", "--color=never", *words, where=where)


def results(done: subprocess.CompletedProcess[str]) -> list[str]:
    """How each hook ended."""
    return re.findall(r"(Passed|Failed|Skipped)$", done.stdout, re.MULTILINE)


@pytest.mark.long
def test_they_mend_and_refuse_what_is_to_be_committed(machine: Machine, bees: Path) -> None:
    mended = hooked(machine, bees, "--all-files")
    assert results(mended) == ["Failed", "Passed"], mended.stdout + mended.stderr
    assert "files were modified by this hook" in mended.stdout
    line = edits.set_cell(bees / "datasets", "observations", "honey-report", "value", "97")
    machine.done("git", "add", "--all", where=bees)
    refused = hooked(machine, bees, CHECK)
    assert results(refused) == ["Failed"], refused.stdout
    assert f"datasets/observations.csv:{line}:" in refused.stdout
    other = hooked(machine, bees, "--files", ".gitignore")
    assert results(other) == ["Skipped", "Skipped"], other.stdout


def test_the_readme_names_every_hook_of_this_version(root: Path, machine: Machine) -> None:
    [repo] = yaml.safe_load(block(root, "repos:"))["repos"]
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (repo["repo"], repo["rev"]) == (HOME, f"v{machine.version}")
    assert [one["id"] for one in repo["hooks"]] == [one["id"] for one in hooks] == [DESCRIBE, CHECK]


def test_they_are_hooks_that_pre_commit_knows(machine: Machine, root: Path) -> None:
    machine.done(sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml", where=root)

"""The repository itself: what must not stand in it, what is pinned, what make offers."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LONGEST_RUN = 22  # words in a row that a quote may share with a document
VENDORED = {"vendor", "fonts"}
# In two parts, or this file would be the first to break the rule.
HOSTS = [a + b for a, b in [("py", "pi.org"), ("python", "hosted.org"), ("npm", "js.org"), ("npm", "js.com")]]
HOSTS += ["deb." + "debian.org", "registry." + "yarnpkg.com"]
MACHINE_PATH = re.compile(r"(?<![\w.*>])/(wor" + "k|roo" + "t|tm" + r"p|home/\w+)(?![\w-])")


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    """Every file that is in git or would be."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [root / name for name in listed.stdout.split("\0") if name and (root / name).is_file()]


@pytest.fixture(scope="module")
def texts(files: list[Path]) -> dict[Path, str]:
    """What stands in our own text files."""
    return {file: text for file in files if not VENDORED & set(file.parts) and (text := readable(file))}


def readable(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_package_host(texts: dict[Path, str]) -> None:
    assert [(file, host) for file, text in texts.items() for host in HOSTS if host in text.lower()] == []


def test_no_path_of_a_machine(texts: dict[Path, str]) -> None:
    assert [(file, found[0]) for file, text in texts.items() if (found := MACHINE_PATH.search(text))] == []


def test_documents_are_not_in_git(root: Path, files: list[Path]) -> None:
    assert [file for file in files if file.parent == root / "seeds"] == [root / "seeds" / "README.md"]


def test_no_passage_of_a_document(texts: dict[Path, str], seeds: Path) -> None:
    theirs = set().union(*(runs(file.read_text(encoding="utf-8")) for file in seeds.glob("*.txt")))
    assert theirs
    assert [file for file, text in texts.items() if theirs & runs(text)] == []


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'’$%.,-]+", text)
    return {tuple(words[i : i + LONGEST_RUN]) for i in range(len(words) - LONGEST_RUN + 1)}


def test_code_knows_no_collection(root: Path) -> None:
    words = places(root) | ids(root)
    assert words
    known = re.compile(rf"(?<![a-z-])({'|'.join(sorted(words))})", re.IGNORECASE)
    code = [file for package in ("validation", "dashboard") for file in (root / package).rglob("*")]
    code = [file for file in code if file.suffix in {".py", ".js", ".css"} and not VENDORED & set(file.parts)]
    assert [(file, found[0]) for file in code if (found := known.search(readable(file)))] == []


def places(root: Path) -> set[str]:
    """The names of areas; a pair of two is two names."""
    names = {name.removeprefix("the ") for row in rows(root, "areas") for name in row["name"].split(" and ")}
    return {re.sub(r"\W+", "[ _-]", name) for name in names}


def ids(root: Path) -> set[str]:
    """What this collection calls its things; an id of one plain word may well be used in code."""
    kinds = ("chart", "indicator", "source", "event")
    named = {row[f"{kind}_id"] for kind in kinds for row in rows(root, f"{kind}s")}
    return {name for name in named if "-" in name}


def rows(root: Path, table: str) -> Iterator[dict[str, str]]:
    with (root / "datasets" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_datasets_hold_no_python(root: Path) -> None:
    assert list((root / "datasets").rglob("*.py")) == []


def pins(root: Path) -> dict[str, str]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in pairs}


def test_every_dependency_is_pinned_to_what_is_installed(root: Path) -> None:
    installed = {name: metadata.version(name) for name in dependencies(root)}
    assert {name: version for name, version in installed.items() if pins(root).get(name) != version} == {}


def dependencies(root: Path) -> set[str]:
    """Everything that the project and its extras need here, down to the last package."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    waiting = [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]
    waiting = [wanted for wanted in waiting if wanted.name != project["name"]]  # an extra may take in another
    seen: dict[str, set[str]] = {}
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name not in seen or wanted.extras - seen[name]:
            seen.setdefault(name, set()).update(wanted.extras)
            waiting += needs(name, seen[name])
    return set(seen)


def needs(name: str, extras: set[str]) -> Iterator[Requirement]:
    for line in metadata.requires(name) or []:
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield wanted


def test_help_lists_every_target(root: Path) -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony
    assert [line.split()[0] for line in make(root, "help")] == phony[1].split()


@pytest.mark.parametrize(("said", "looked_for"), [([], True), (["BROWSER=no"], False)])
def test_browser_is_left_out_only_when_said(root: Path, said: list[str], looked_for: bool) -> None:
    steps = make(root, "--dry-run", "test", *said)
    assert any("tests.browser.browser" in step for step in steps) is looked_for


def make(root: Path, *arguments: str) -> list[str]:
    """The lines that make prints, as if it were not make that runs the tests."""
    outer = {"BROWSER", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES"}
    environment = {name: value for name, value in os.environ.items() if name not in outer}
    command = ["make", *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()

"""The package as others install it: what is in it, and what it does in an empty folder."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from importlib import import_module
from pathlib import Path

import pytest

from dashboard.command import OTHERS
from tests.outside import Machine, block
from validation.commands.main import COMMANDS

pytestmark = pytest.mark.long

NEWER = ("python3.12", "python3.13", "python3.14")
REPORT = "<html lang='en'><title>On bees</title><body><article><h1>On bees</h1><p>{}</p></article></body></html>"
# Without a number, so that it needs no row.
SENTENCES = "Bees fly from flower to flower all day long, and come home when the sun goes down. " * 5


@dataclass
class Installed:
    """The package in an environment of its own, and what the README's lines made in an empty folder."""

    machine: Machine
    programs: Path
    bees: Path
    said: str

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.machine.run(self.programs / "stated-numbers", *words, where=self.bees)


@pytest.fixture(scope="module")
def machine(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(root, tmp_path_factory.mktemp("machine"))
    machine.build()
    return machine


@pytest.fixture(scope="module")
def wheel(machine: Machine) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(next(machine.dist.iterdir())) as opened:
        yield opened


@pytest.fixture(scope="module")
def installed(root: Path, machine: Machine) -> Installed:
    machine.done(sys.executable, "-m", "virtualenv", "--quiet", machine.folder / "python", where=machine.folder)
    return followed(root, machine, machine.folder / "python" / "bin")


def followed(root: Path, machine: Machine, programs: Path) -> Installed:
    """What comes of the README's lines in an empty folder with a document."""
    folder = machine.folder / "empty"
    folder.mkdir()
    (folder / "report.html").write_text(REPORT.format(SENTENCES), encoding="utf-8")
    path = os.pathsep.join([str(programs), machine.variables["PATH"]])
    done = machine.run("bash", "-e", "-c", block(root, "pip install"), where=folder, PATH=path)
    assert done.returncode == 0, done.stdout + done.stderr
    return Installed(machine, programs, folder / "bees", done.stdout)


def test_it_holds_both_packages_and_the_collection(machine: Machine, wheel: zipfile.ZipFile) -> None:
    listed = machine.done("git", "ls-files", "-z", "dashboard", "validation", "datasets", where=machine.project)
    names = [f"validation/_data/{name}" if name.startswith("datasets/") else name for name in listed.split("\0")]
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == set(filter(None, names))


def test_it_is_typed(wheel: zipfile.ZipFile) -> None:
    assert "validation/py.typed" in wheel.namelist()


def test_it_says_what_it_needs(machine: Machine, wheel: zipfile.ZipFile) -> None:
    about = f"stated_numbers-{machine.version}.dist-info"
    said = message_from_bytes(wheel.read(f"{about}/METADATA"))
    assert said["Requires-Python"] == ">=3.11"
    assert "documents" in said.get_all("Provides-Extra", [])
    assert "stated-numbers = dashboard.command:main" in wheel.read(f"{about}/entry_points.txt").decode()
    assert f"{about}/licenses/LICENSE" in wheel.namelist()


def test_the_lines_of_the_readme_make_a_valid_collection(installed: Installed) -> None:
    assert "1 document" in installed.said
    assert "no findings" in installed.said
    assert "Bees fly from flower to flower" in (installed.bees / "seeds" / "on-bees.txt").read_text(encoding="utf-8")


def test_its_help_shows_an_example_of_each_command(installed: Installed) -> None:
    said = installed.run("--help").stdout
    assert [
        name for name, one in {**COMMANDS, **OTHERS}.items() if f" stated-numbers {one.example}\n" not in said
    ] == []


def test_without_a_collection_it_has_the_one_that_comes_with_it(installed: Installed, tmp_path: Path) -> None:
    done = installed.machine.run(installed.programs / "stated-numbers", where=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no findings" in done.stdout


def test_it_serves(installed: Installed) -> None:
    assert served(installed, "/sources/on-bees") == 200


def served(installed: Installed, path: str) -> int:
    """The status of an address of the collection, where its server says that it is."""
    command = [installed.programs / "stated-numbers", "serve", "--port", "0", "--workers", "1"]
    variables, pipe = installed.machine.variables, subprocess.PIPE
    with subprocess.Popen(command, cwd=installed.bees, env=variables, stdout=pipe, text=True) as server:
        try:
            assert server.stdout is not None
            title, _, address = server.stdout.readline().strip().partition(": ")
            assert title == "Bees"
            with urllib.request.urlopen(address + path, timeout=20) as response:
                return response.status
        finally:
            server.terminate()


def test_it_exports(installed: Installed) -> None:
    done = installed.run("export", "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Bees" in (installed.bees / "site" / "index.html").read_text(encoding="utf-8")


def test_python_has_what_the_readme_says(root: Path, installed: Installed) -> None:
    lines = block(root, "from pathlib")
    script = installed.bees / "listed.py"
    script.write_text(lines, encoding="utf-8")
    said = installed.machine.done(installed.programs / "python", script, where=installed.machine.project).splitlines()
    assert "True 0" in said
    assert len(said) > 200
    checked = [sys.executable, "-m", "ty", "check", "--quiet", "--python", installed.programs.parent, script]
    installed.machine.done(*checked, where=installed.bees)
    assert f"from validation import {', '.join(import_module('validation').__all__)}\n" in lines


@pytest.mark.parametrize("name", NEWER)
def test_newer_pythons_run_it_too(root: Path, machine: Machine, name: str, tmp_path: Path) -> None:
    trial = subprocess.run([name, "--version"], capture_output=True, text=True) if shutil.which(name) else None
    if trial is None or trial.returncode:
        pytest.skip(f"{name} is not here" if trial is None else f"{name} does not run: {trial.stderr.splitlines()[0]}")
    if not os.environ.get("THOROUGH"):
        pytest.skip("what it needs on another Python comes from the package index: THOROUGH=1")
    with_index = Machine(machine.root, tmp_path / "machine")
    with_index.variables = {**os.environ, "PIP_FIND_LINKS": str(machine.dist)}
    with_index.variables["PIP_CONSTRAINT"] = str(root / "constraints.txt")
    with_index.done(name, "-m", "venv", tmp_path / "python", where=tmp_path)
    there = followed(root, with_index, tmp_path / "python" / "bin")
    assert json.loads(there.run("check", "--format", "json").stdout)["summary"]["errors"] == 0
    assert served(there, "/healthz") == 200

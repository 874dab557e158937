"""Another repository's machine: this project as it is published, and pip with nothing but what is installed here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

HOME = "https://github.com/OWNER/stated-numbers"
"""Where README.md has the project; git is told that it lies in a folder."""

SETTINGS = ("GIT_", "GITHUB_", "PIP_", "PRE_COMMIT", "PYTEST_", "PYTHON", "RUNNER_", "VIRTUAL_ENV", "XDG_")
"""Environment variables of whoever runs the tests, which another machine does not have."""

NOT_THERE = re.compile(r"stated_numbers|_+editable|(validation|dashboard|pip|__pycache__)(-|$)|.*\.pth$")
"""Of what is installed here, this project, and what an environment brings itself."""


class Machine:
    """A home of its own, with a program's packages in it but not this project; `variables` is its environment."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.version = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
        self.project, self.dist = folder / "project", folder / "dist"
        packages = folder / "packages"
        for one in (packages, self.dist):
            one.mkdir(parents=True)
        for path in map(Path, {sysconfig.get_path(name) for name in ("purelib", "platlib")}):
            for entry in path.iterdir():
                if not NOT_THERE.match(entry.name):
                    (packages / entry.name).symlink_to(entry)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)}
        path = os.pathsep.join([os.path.dirname(sys.executable), kept["PATH"]])
        places = {"HOME": str(folder), "PATH": path, "PYTHONPATH": str(packages)}
        self.variables = {**kept, **places, **self._pip(), **self._git()}

    def _pip(self) -> Mapping[str, str]:
        """Nothing is asked of an index: what is built is built with what is here, what is needed is here."""
        yes = dict.fromkeys(("NO_INDEX", "NO_COMPILE", "DISABLE_PIP_VERSION_CHECK"), "1")
        said = {**yes, "NO_BUILD_ISOLATION": "0", "FIND_LINKS": str(self.dist), "CONFIG_FILE": os.devnull}
        return {f"PIP_{name}": value for name, value in said.items()}

    def _git(self) -> Mapping[str, str]:
        said = {
            "user.name": "Ann",
            "user.email": "ann@example.org",
            "init.defaultBranch": "main",
            f"url.{self.project}.insteadOf": HOME,
        }
        pairs = {
            f"GIT_CONFIG_{k}_{i}": v
            for i, pair in enumerate(said.items())
            for k, v in zip(("KEY", "VALUE"), pair, strict=True)
        }
        return {"GIT_CONFIG_COUNT": str(len(said)), **pairs}

    def run(self, *words: str | Path, where: Path, **more: str) -> subprocess.CompletedProcess[str]:
        """What came of a program, in a folder, with more variables."""
        variables = {**self.variables, **more}
        return subprocess.run(words, cwd=where, env=variables, capture_output=True, text=True, check=False)

    def done(self, *words: str | Path, where: Path) -> str:
        """What a program printed that must not fail."""
        ended = self.run(*words, where=where)
        assert ended.returncode == 0, f"{words}\n{ended.stdout}\n{ended.stderr}"
        return ended.stdout

    def publish(self) -> Path:
        """A repository with what git has of the project or would have, tagged with its version."""
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=False)
        if listed.returncode:
            pytest.skip("not a git checkout")
        for name in listed.stdout.split("\0"):
            if (self.root / name).is_file():
                (self.project / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.root / name, self.project / name)
        self.commit(self.project)
        self.done("git", "tag", f"v{self.version}", where=self.project)
        return self.project

    def commit(self, folder: Path) -> str:
        """Everything in a folder as a commit; returns its hash."""
        self.done("git", "init", "--quiet", where=folder)
        self.done("git", "add", "--all", where=folder)
        self.done("git", "commit", "--quiet", "--message", "Now", where=folder)
        return self.done("git", "rev-parse", "HEAD", where=folder).strip()

    def build(self) -> Path:
        """The wheel, made of what is published."""
        self.done(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", self.dist, where=self.publish())
        return next(self.dist.glob("*.whl"))


def block(root: Path, begins: str) -> str:
    """The block of README.md for other repositories that begins with these words."""
    readme = (root / "README.md").read_text(encoding="utf-8")
    part = readme.partition("<!-- outside -->")[2].partition("<!-- /outside -->")[0]
    blocks = re.findall(r"^```\w*\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
    return next(text for text in blocks if text.startswith(begins))

"""The GitHub action as another repository uses it: the steps of action.yml, run as the host runs them."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests import collection, edits
from tests.outside import HOME, Machine, block

# https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax: what `shell: bash` runs.
BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


@dataclass
class Ended:
    """What came of the action: its exit code, its log, its outputs, and its summary as Markdown."""

    code: int
    log: str
    outputs: Mapping[str, str]
    summary: str


@dataclass
class Host:
    """Runs the steps of an action on a machine, as far as this action needs it."""

    machine: Machine
    action: Path
    temp: Path
    said: Mapping[str, Any]

    def run(self, where: Path, installed: Path, given: Mapping[str, str], base: str = "") -> Ended:
        """Every step behind the first, which made a folder with the program, until one fails."""
        self.summary.write_text("")
        context = {**self.context(given, base), "steps.install.outputs.folder": str(installed)}
        code, log = 0, ""
        for step in self.said["runs"]["steps"][1:]:
            if not code:
                done = self.step(step, where, context)
                code, log = done.returncode, log + done.stdout + done.stderr
        outputs = {name: filled(one["value"], context) for name, one in self.said["outputs"].items()}
        return Ended(code, log, outputs, self.summary.read_text(encoding="utf-8"))

    def context(self, given: Mapping[str, str], base: str) -> dict[str, str]:
        """What expressions may name before the first step; without a base it is no pull request."""
        event = {"github.event.pull_request.base.sha": base}
        inputs = {name: given.get(name, filled(one["default"], event)) for name, one in self.said["inputs"].items()}
        return {**event, **{f"inputs.{name}": value for name, value in inputs.items()}}

    def step(self, step: Mapping[str, Any], where: Path, context: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Runs one step, and adds its outputs to the context."""
        output = self.temp / "output"
        output.write_text("")
        files = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": self.summary, "GITHUB_ACTION_PATH": self.action}
        variables = {name: filled(value, context) for name, value in step["env"].items()}
        variables |= {name: str(path) for name, path in {**files, "RUNNER_TEMP": self.temp}.items()}
        done = self.machine.run(*BASH, step["run"], where=where, **variables)
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            context[f"steps.{step['id']}.outputs.{name}"] = value
        return done

    @property
    def summary(self) -> Path:
        return self.temp / "summary.md"


def filled(text: str, context: Mapping[str, str]) -> str:
    """A text with its expressions evaluated; what a step did not say is empty."""
    return EXPRESSION.sub(lambda it: context.get(it[1], "") if it[1].startswith("steps.") else context[it[1]], text)


@pytest.fixture(scope="module")
def machine(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(root, tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def said(root: Path) -> Mapping[str, Any]:
    """What action.yml says."""
    return yaml.safe_load((root / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def host(machine: Machine, said: Mapping[str, Any]) -> Host:
    temp = machine.folder / "temp"
    temp.mkdir()
    return Host(machine, machine.publish(), temp, said)


@pytest.fixture(scope="module")
def python(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The environment that the first step makes, in an empty folder."""
    context = host.context({}, "")
    done = host.step(host.said["runs"]["steps"][0], tmp_path_factory.mktemp("empty"), context)
    assert done.returncode == 0, done.stderr
    return Path(context["steps.install.outputs.folder"]) / "python"


@pytest.fixture
def installed(python: Path, tmp_path: Path) -> Path:
    """The folder that the first step makes, one for each test."""
    folder = tmp_path / "installed"
    folder.mkdir()
    (folder / "python").symlink_to(python)
    return folder


@pytest.fixture
def bees(machine: Machine, tmp_path: Path) -> Path:
    """Another repository, which has its documents on this machine alone."""
    folder = tmp_path / "bees"
    collection.write(folder)
    (folder / ".gitignore").write_text("seeds/\n")
    machine.commit(folder)
    return folder


def workflow(root: Path) -> list[dict[str, Any]]:
    """The steps that README.md says to write."""
    return yaml.safe_load(block(root, "name: numbers"))["jobs"]["check"]["steps"]


@pytest.mark.long
def test_a_valid_change_is_told_and_passes(root: Path, host: Host, bees: Path, installed: Path) -> None:
    ours = workflow(root)[1]
    base = host.machine.done("git", "rev-parse", "HEAD", where=bees).strip()
    edits.set_cell(bees / "datasets", "observations", "honey-report", "note", "Weighed twice.")
    ended = host.run(bees, installed, ours.get("with", {}), base)
    assert ended.code == 0, ended.log
    assert ended.outputs["valid"] == "true"
    assert "::error" not in ended.log
    assert "```text\n" in ended.summary
    assert "no findings" in ended.summary
    assert f"**{base} to datasets: 1 number changed" in ended.summary
    assert "note: Weighed twice." in ended.summary
    assert Path(ended.outputs["changes"]).read_text(encoding="utf-8") in ended.summary
    assert host.machine.done("git", "status", "--porcelain", where=bees) == " M datasets/observations.csv\n"


@pytest.mark.long
def test_a_broken_rule_is_marked_at_its_line_and_fails(host: Host, bees: Path, installed: Path) -> None:
    line = edits.set_cell(bees / "datasets", "observations", "honey-report", "value", "97")
    ended = host.run(bees, installed, {}, "0" * 40)
    assert ended.code == 1, ended.log
    assert ended.outputs["valid"] == "false"
    assert f"::error file=datasets/observations.csv,line={line}," in ended.log
    [run] = json.loads(Path(ended.outputs["sarif"]).read_text(encoding="utf-8"))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "datasets/observations.csv"
    assert JUnitXml.fromfile(ended.outputs["junit"]).failures
    assert "printed/value" in Path(ended.outputs["html"]).read_text(encoding="utf-8")
    assert "printed/value" in ended.summary
    assert "Not compared with the base: stated-numbers diff: 0000" in ended.summary
    assert "the line `fetch-depth: 0`." in ended.summary


@pytest.mark.long
def test_folders_are_named_and_documents_required(host: Host, bees: Path, installed: Path) -> None:
    (bees / "datasets").rename(bees / "register")
    (bees / "seeds").rename(bees / "our papers")
    (bees / "our papers" / "letter.txt").unlink()
    given = {"datasets": "register", "seeds": "our papers", "require-seeds": "true"}
    ended = host.run(bees, installed, given)
    assert ended.code == 1
    assert re.findall(r"title=document/present::.*?(\w+\.txt)", ended.log) == ["letter.txt"]
    assert ended.outputs["changes"] == ""


@pytest.mark.long
def test_what_cannot_run_says_why(host: Host, bees: Path, installed: Path) -> None:
    ended = host.run(bees, installed, {"datasets": "nowhere; exit 0"})
    assert ended.code == 2
    assert "stated-numbers check: --datasets: there is no folder nowhere; exit 0" in ended.log
    assert set(ended.outputs.values()) == {""}


def test_inputs_are_never_part_of_a_script(said: Mapping[str, Any]) -> None:
    assert [step["name"] for step in said["runs"]["steps"] if "${{" in step["run"]] == []


def test_every_step_is_bash_and_no_other_action(said: Mapping[str, Any]) -> None:
    assert {step.get("shell") for step in said["runs"]["steps"]} == {"bash"}
    assert [step["name"] for step in said["runs"]["steps"] if "uses" in step] == []


def test_the_workflow_of_the_readme_uses_what_there_is(root: Path, machine: Machine, said: Mapping[str, Any]) -> None:
    checkout, ours, upload = workflow(root)
    assert checkout["with"] == {"fetch-depth": 0}
    assert ours["uses"] == f"{HOME.removeprefix('https://github.com/')}@v{machine.version}"
    assert set(ours.get("with", {})) <= set(said["inputs"])
    assert upload["with"]["sarif_file"] == f"${{{{ steps.{ours['id']}.outputs.sarif }}}}"
    assert set(re.findall(r"outputs\.(\w+)", block(root, "name: numbers"))) <= set(said["outputs"])


@pytest.mark.parametrize("kind", ["input", "output"])
def test_the_readme_lists_every_input_and_output(root: Path, said: Mapping[str, Any], kind: str) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    table = readme.partition(f"| {kind} | is |\n|---|---|\n")[2].partition("\n\n")[0]
    listed = [name for line in table.splitlines() for name in re.findall("`([^`]+)`", line.split("|")[1])]
    assert listed == list(said[f"{kind}s"])

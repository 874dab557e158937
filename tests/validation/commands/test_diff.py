"""`diff`: folders, packages and releases beside each other, in every form."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import edits
from validation.commands import diff
from validation.commands.main import main
from validation.model.register import load
from validation.packing import archive


@pytest.fixture
def old(bees: Path) -> Path:
    """The bees as they were before the honey was weighed again."""
    before = bees / "before"
    shutil.copytree(bees / "datasets", before)
    with edits.rows_of(bees / "datasets", "observations") as rows:
        row = next(row for row in rows if row["observation_id"] == "honey-report")
        row.update(value="97", printed="97 tonnes")
    return before


def test_the_same_data_end_with_0(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "datasets"]) == 0
    assert capsys.readouterr().out == "nothing changed from datasets to datasets\n"


def test_what_changed_is_told_by_id_with_what_it_was_and_is(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "before"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("before to datasets: 1 number changed")
    assert "this asks for a major version" in told
    assert "number honey-report changed: Honey yield, Ash Valley, 2021" in told
    assert "    value: 96 tonnes -> 97 tonnes\n" in told


def test_a_package_and_a_release_are_versions_too(bees: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = bees / "datasets" / "releases"
    folder.mkdir()
    packed = archive.zipped(archive.files(load(old, None)))
    (folder / "1.0.0.zip").write_bytes(packed)
    (bees / "bees.zip").write_bytes(packed)
    assert main(["diff", "before", "bees.zip"]) == 0
    assert main(["diff", "1.0.0", "before"]) == 0
    capsys.readouterr()
    assert main(["diff", "1.0.0", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["old"], told["new"], told["asks_for"]) == ("1.0.0", "datasets", "major")
    first = told["changes"][0]
    assert (first["kind"], first["table"], first["id"], first["weight"]) == (
        "changed",
        "observations",
        "honey-report",
        "major",
    )
    assert {"name": "value", "before": "96 tonnes", "after": "97 tonnes", "weight": "major"} in first["aspects"]


def test_a_commit_is_a_version_too(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "datasets"],
        ["commit", "--quiet", "-m", "Bees"],
    ):
        subprocess.run(["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.org", *words], check=True)
    assert main(["diff", "main"]) == 0
    assert capsys.readouterr().out == "nothing changed from main to datasets\n"
    edits.set_cell(bees / "datasets", "observations", "honey-report", "note", "Weighed twice.")
    assert main(["diff", "main"]) == 1
    assert "note: (none) -> Weighed twice." in capsys.readouterr().out
    assert main(["diff", "next"]) == 2
    assert capsys.readouterr().err.endswith("and is none: not a valid object name: next\n")


def test_tables_that_cannot_be_read_are_not_called_removed(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(bees / "datasets", bees / "before")
    edits.rewrite(bees / "datasets", "observations", "qualifier", "qualified")
    assert main(["diff", "before"]) == 2
    assert "datasets: observations.csv must be tables that can be read" in capsys.readouterr().err


def test_every_form_tells_the_same(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("text", "markdown", "json", "html"):
        assert main(["diff", "before", "--format", form]) == 1
        told = capsys.readouterr().out
        assert "honey-report" in told
        assert "97 tonnes" in told


def test_the_name_of_a_version_stays_as_it_is(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "before", "--format", "markdown"])
    assert capsys.readouterr().out.startswith("**before to datasets: 1 number changed")
    main(["diff", "before", "--format", "html"])
    assert "<p>before to datasets: 1 number changed" in capsys.readouterr().out
    main(["diff", "before", "before", "--format", "markdown"])
    assert capsys.readouterr().out == "**Nothing changed from before to before**\n"


def test_signs_of_markdown_and_html_are_no_signs_there(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(bees / "datasets", bees / "before")
    with edits.rows_of(bees / "datasets", "observations") as rows:
        rows[0]["note"] = "<b>|x*"
    main(["diff", "before", "--format", "markdown"])
    assert r"note: \<b\>\|x\*" in capsys.readouterr().out
    main(["diff", "before", "--format", "html"])
    assert "&lt;b&gt;|x*" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("2.0.0", "there is no release 2.0.0 in datasets/releases; there are: none yet"),
        ("nowhere", f"nowhere must be {diff.KINDS}, and is none: not a git repository"),
        ("seeds", "seeds must be a folder of tables, and holds none"),
        ("datasets/areas.csv", "datasets/areas.csv must be a zip that can be read"),
    ],
)
def test_what_is_no_version_is_told(bees: Path, name: str, why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", name]) == 2
    assert why in capsys.readouterr().err

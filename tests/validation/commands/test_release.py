"""`release`: which version the changes ask for, what is frozen, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import edits
from validation.commands.main import main
from validation.files import releases
from validation.model import register

DAY = ["--date", "2026-11-27"]


def released(bees: Path) -> list[str]:
    return sorted(path.name for path in (bees / "datasets" / "releases").glob("*"))


def changed(bees: Path, id: str, **cells: str) -> None:
    with edits.rows_of(bees / "datasets", "observations") as rows:
        next(row for row in rows if row["observation_id"] == id).update(cells)


def test_the_first_release_is_1_0_0(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release"]) == 0
    assert capsys.readouterr().out == "nothing is released yet: the first version is 1.0.0\n"
    assert released(bees) == []
    assert main(["release", "1.0.0", *DAY]) == 0
    assert capsys.readouterr().out == (
        "written: CHANGELOG.md\nwritten: datasets/datapackage.json\nwritten: datasets/releases/1.0.0.zip\n"
    )
    about = json.loads((bees / "datasets" / "datapackage.json").read_text())
    assert (about["version"], about["created"]) == ("1.0.0", "2026-11-27T00:00:00Z")
    log = (bees / "CHANGELOG.md").read_text()
    assert log.startswith("# Changelog\n\n## 1.0.0 (2026-11-27)\n\n### Values\n\n- First release: 16 numbers stated")
    assert main([]) == 0, "what was stamped is valid"


def test_a_release_is_the_same_bytes_again_and_verifies_itself(bees: Path) -> None:
    main(["release", "1.0.0", *DAY])
    path = bees / "datasets" / "releases" / "1.0.0.zip"
    first = path.read_bytes()
    files = releases.read(path)
    about = json.loads(files["datapackage.json"])
    assert about["version"] == "1.0.0"
    assert about["dataVersion"] == register.load(bees / "datasets", None).version
    assert json.loads(files["changes.json"])["changes"] == []
    assert "version = {1.0.0 (data " in files["CITATION.bib"].decode()
    path.unlink()
    main(["release", "1.0.0", *DAY])
    assert path.read_bytes() == first


def test_what_changed_asks_for_a_version_and_is_written_down(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    capsys.readouterr()
    assert main(["release"]) == 0
    assert capsys.readouterr().out == "nothing changed since 1.0.0\n"
    changed(bees, "swarms-lost-report", note="Looked at twice.")
    main(["release"])
    assert capsys.readouterr().out.startswith("1.0.1: wording and places (patch): number swarms-lost-report changed")
    changed(bees, "swarms-lost-report", attribution="the mill")
    main(["release"])
    assert capsys.readouterr().out.startswith("1.1.0: what is new or judged anew (minor)")
    assert main(["release", "1.0.1", *DAY]) == 2
    assert "1.0.1 must be 1.1.0 or later" in capsys.readouterr().err
    assert released(bees) == ["1.0.0.zip"]
    assert main(["release", "1.1.0", *DAY]) == 0
    log = (bees / "CHANGELOG.md").read_text()
    assert log.index("## 1.1.0") < log.index("## 1.0.0")
    assert "  - attribution: (none) → the mill\n" in log


@pytest.mark.parametrize(
    ("words", "why"),
    [(["1.0"], "1.0 must be a version such as 1.0.0"), (["0.9.0"], "0.9.0 must be 1.0.0 or later")],
)
def test_another_version_is_refused(bees: Path, words: list[str], why: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", *words]) == 2
    assert why in capsys.readouterr().err
    assert released(bees) == []


def test_nothing_is_released_twice(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    assert main(["release", "2.0.0", *DAY]) == 2
    assert "nothing changed since 1.0.0" in capsys.readouterr().err


def test_a_released_id_never_disappears(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    capsys.readouterr()
    with edits.rows_of(bees / "datasets", "observations") as rows:
        gone = next(row for row in rows if row["observation_id"] == "swarms-lost-report")
        rows.remove(gone)
    with edits.rows_of(bees / "datasets", "exclusions") as rows:
        rows.append({name: gone[name] for name in ("source_id", "start", "end", "quote")} | {"reason": "vague"})
        rows.sort(key=lambda row: (row["source_id"], int(row["start"])))
    with edits.rows_of(bees / "datasets", "checks") as rows:
        rows[:] = [row for row in rows if row["observation_id"] != "swarms-lost-report"]
    assert main(["release", "2.0.0", *DAY]) == 1
    assert capsys.readouterr().out.startswith("not valid: ")
    with edits.rows_of(bees / "datasets", "retired") as rows:
        rows.append({"id": "swarms-lost-report", "replaced_by": "", "version": "1.1.0", "reason": "No count."})
    assert main(["release", "2.0.0", *DAY]) == 2
    assert "retired.csv must have 2.0.0 as the version of swarms-lost-report" in capsys.readouterr().err
    with edits.rows_of(bees / "datasets", "retired") as rows:
        rows[0]["version"] = "2.0.0"
    assert main(["release", "2.0.0", *DAY]) == 0
    assert "number swarms-lost-report withdrawn (No count.)" in (bees / "CHANGELOG.md").read_text()


def test_what_is_not_valid_is_not_released(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(bees, "swarms-lost-report", value="x")
    assert main(["release", "1.0.0", *DAY]) == 1
    assert capsys.readouterr().out.startswith("not valid: a release is made of valid data alone")
    assert released(bees) == []


def test_a_damaged_release_is_told(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    (bees / "datasets" / "releases" / "1.0.0.zip").write_bytes(b"x")
    assert main(["release"]) == 1
    main([])
    assert "1.0.0.zip must be release 1.0.0, and says" in capsys.readouterr().out


def test_what_is_not_valid_says_what_is_wrong_first(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(bees, "swarms-lost-report", value="x")
    main(["release"])
    assert "the first error: observations.csv:" in capsys.readouterr().out


def test_a_release_is_of_no_day_before_the_last(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    changed(bees, "swarms-lost-report", note="Looked at twice.")
    assert main(["release", "1.0.1", "--date", "2026-11-26"]) == 2
    assert "the day must be 2026-11-27" in capsys.readouterr().err
    assert main(["release", "1.0.1", *DAY]) == 0


@pytest.mark.long
def test_a_version_has_one_section_whenever_it_is_written(bees: Path) -> None:
    log = bees / "CHANGELOG.md"
    log.write_text("# Changelog\n\n## 1.0.0 (soon)\n\n### Code\n\n- A page.\n\n## 0.1.0\n\n- Begun.\n")
    main(["release", "1.0.0", *DAY])
    first = log.read_text()
    assert first.startswith("# Changelog\n\n## 1.0.0 (2026-11-27)\n\n### Values\n\n- First release: 16 numbers stated")
    assert first.endswith("\n### Code\n\n- A page.\n\n## 0.1.0\n\n- Begun.\n")
    (bees / "datasets" / "releases" / "1.0.0.zip").unlink()
    main(["release", "1.0.0", *DAY])
    assert log.read_text() == first


def test_signs_of_markdown_are_no_markdown_in_the_changelog(bees: Path) -> None:
    main(["release", "1.0.0", *DAY])
    changed(bees, "swarms-lost-report", note="<b>*Twice*</b>")
    main(["release", "1.0.1", *DAY])
    assert "note: (none) → \\<b\\>\\*Twice\\*\\</b\\>" in (bees / "CHANGELOG.md").read_text()


def test_whatever_is_retired_has_the_version_that_is_released(bees: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["release", "1.0.0", *DAY])
    for table in ("charts", "indicators"):
        with edits.rows_of(bees / "datasets", table) as rows:
            for row in rows:
                row["chart_id"] = "surveyed" if row["chart_id"] == "survey" else row["chart_id"]
    with edits.rows_of(bees / "datasets", "retired") as rows:
        rows.append({"id": "survey", "replaced_by": "surveyed", "version": "9.9.9", "reason": "Clearer."})
    capsys.readouterr()
    assert main(["release", "2.0.0", *DAY]) == 2, capsys.readouterr().out
    assert "retired.csv must have 2.0.0 as the version of survey" in capsys.readouterr().err
    assert main(["release"]) == 0
    assert capsys.readouterr().out.startswith("1.1.0: ")

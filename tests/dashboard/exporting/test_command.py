"""`export`: what it says, what it refuses, and that it takes away what an earlier one left."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dashboard.exporting import command
from tests import collection, edits
from tests.dashboard.exporting.conftest import export


@pytest.mark.long
def test_it_says_what_was_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path / "site", collection.write(tmp_path)) == 0
    out = capsys.readouterr().out
    named = json.loads((tmp_path / "site" / command.MANIFEST).read_bytes())
    assert "no homepage in datapackage.json" in out
    assert f"written: {len(named['files']):,} files, " in out
    assert sorted(named["files"]) == sorted(
        path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*") if path.is_file()
    )


def test_data_that_are_not_valid_are_not_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = collection.write(tmp_path)
    edits.set_cell(folders[0], "observations", "honey-report", "value", "7")
    assert export(tmp_path / "site", folders) == 1
    assert "these data are not valid, and are not exported" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_folder_of_others_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = collection.write(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.txt").write_text("mine")
    assert export(tmp_path / "site", folders) == 2
    assert "must be a new folder or an earlier export" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["thesis.txt"]


@pytest.mark.long
def test_what_is_no_more_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    folders = collection.write(tmp_path)
    assert export(tmp_path / "site", folders) == 0
    manifest = tmp_path / "site" / command.MANIFEST
    named = json.loads(manifest.read_bytes())
    for name in ("observations/gone/index.html", "../outside.txt"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text("old")
    named["files"] += ["observations/gone/index.html", "../outside.txt"]
    manifest.write_text(json.dumps(named))
    assert export(tmp_path / "site", folders) == 0
    assert not (tmp_path / "site/observations/gone/index.html").exists()
    assert (tmp_path / "outside.txt").exists()


@pytest.mark.long
def test_pictures_that_cannot_be_taken_are_told(
    tmp_path: Path, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dashboard.exporting.pictures.lacking", lambda: "a browser")
    named = ["--datasets", str(folders[0]), "--seeds", str(folders[1])]
    assert command.main([str(tmp_path / "site"), *named]) == 0
    assert "no pictures for previews of links: they take a browser" in capsys.readouterr().out
    assert "og:image" not in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [[], ["x", "y"], ["x", "--prefix", "/a b"]])
def test_other_arguments_are_refused(words: list[str]) -> None:
    assert command.main(words) == 2

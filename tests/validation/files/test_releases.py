"""Frozen versions: how they are named, where they lie, and that a package says truly what it holds."""

from __future__ import annotations

import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from validation.files import releases
from validation.files.releases import Damaged, Version


@pytest.mark.parametrize("text", ["1.0", "1.0.0-rc1", "v1.0.0", "01.0.0", "1.0.0 ", "", "1.0.9999999999"])
def test_other_names_are_no_versions(text: str) -> None:
    assert releases.version(text) is None


@pytest.mark.parametrize(("weight", "next"), [("major", "2.0.0"), ("minor", "1.3.0"), ("patch", "1.2.4")])
def test_the_next_version_follows_from_what_changed(weight: str, next: str) -> None:
    assert str(Version(1, 2, 3).next(weight)) == next


def test_releases_are_in_the_order_of_their_versions(tmp_path: Path) -> None:
    folder = tmp_path / releases.FOLDER
    folder.mkdir()
    for name in ("1.10.0.zip", "1.9.0.zip", "draft.zip", "notes.txt"):
        (folder / name).write_bytes(b"")
    assert list(map(str, releases.released(tmp_path))) == ["1.9.0", "1.10.0"]
    assert releases.released(tmp_path / "none") == {}


def packed(path: Path, content: dict[str, bytes], **wrong: str) -> Path:
    resources = [
        {"path": name, "hash": wrong.get(name.partition(".")[0], f"sha256:{sha256(data).hexdigest()}")}
        for name, data in content.items()
    ]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in {**content, "datapackage.json": json.dumps({"resources": resources}).encode()}.items():
            archive.writestr(name, data)
    return path


def test_a_package_gives_its_files(tmp_path: Path) -> None:
    found = releases.read(packed(tmp_path / "a.zip", {"numbers.csv": b"1", "tables/areas.csv": b"2"}))
    assert found["numbers.csv"] == b"1"
    assert set(found) == {"numbers.csv", "tables/areas.csv", "datapackage.json"}


def test_a_file_that_is_another_is_told(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match=r"numbers\.csv must be what the package says of it"):
        releases.read(packed(tmp_path / "a.zip", {"numbers.csv": b"1"}, numbers="sha256:0"))


@pytest.mark.parametrize("content", [None, b"[]", b"{", b'{"resources": 7}', b'{"resources": [7]}'])
def test_what_names_no_files_is_no_package(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x" if content is None else "datapackage.json", content or b"")
    with pytest.raises(Damaged, match=r"must hold a datapackage\.json"):
        releases.read(path)


def test_what_is_no_zip_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_text("nothing")
    with pytest.raises(Damaged, match="must be a zip"):
        releases.read(tmp_path / "a.zip")


def test_a_package_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "MOST", 10)
    with pytest.raises(Damaged, match="at most 10 bytes"):
        releases.read(packed(tmp_path / "a.zip", {"numbers.csv": b"1" * 20}))


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"numbers.csv": b"1", "tables/areas.csv": b"2"})
    assert releases.member(path, "numbers.csv") == b"1"
    assert releases.member(path, "changes.json") is None


def test_only_tables_that_differ_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"tables/units.csv": b"1", "tables/areas.csv": b"2"})
    assert releases.differing(path, {"units": b"1", "areas": b"3"}) == {"areas": b"2"}

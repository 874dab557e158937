"""The verify.py of a package, run as a stranger would run it: alone, in a process of its own."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.language.reading.seen import Seen
from validation.model.register import Register
from validation.packing import archive

HOLDS, DIFFERS, UNABLE = 0, 1, 2
SCRIPT = archive.SHIPPED / "verify.py.txt"


@pytest.fixture
def package(data: Register, tmp_path: Path) -> Path:
    """The package, unpacked."""
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / archive.TABLES).mkdir()
    for name, content in archive.files(data).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def documents(folders: tuple[Path, Path], tmp_path: Path) -> Path:
    """A copy of the bees' documents, to edit."""
    return shutil.copytree(folders[1], tmp_path / "seeds")


def verify(script: Path, *arguments: object, code: int) -> list[str]:
    """The lines it prints, once it has ended with the code that is expected."""
    command = [sys.executable, "-I", str(script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=script.parent)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stdout + done.stderr
    return (done.stdout + done.stderr).splitlines()


def zipped(folder: Path, target: Path, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(target, "w", compression) as packed:
        for file in filter(Path.is_file, folder.rglob("*")):
            packed.write(file, file.relative_to(folder).as_posix())
    return target


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 9))
    imported = {
        alias.name.partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {(node.module or "").partition(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= set(sys.stdlib_module_names)


def test_a_package_as_downloaded_holds(data: Register, package: Path, tmp_path: Path) -> None:
    downloaded = tmp_path / "datapackage.zip"
    downloaded.write_bytes(archive.zipped(archive.files(data)))
    assert verify(package / "verify.py", downloaded, code=HOLDS) == [
        f"files: all {len(archive.files(data)) - 1} as packed",
        f"data version: {data.version}",
        "documents: not checked; name their folder with --documents",
        "all that was checked holds",
    ]


def test_unpacked_it_checks_its_own_folder(package: Path) -> None:
    assert verify(package / "verify.py", code=HOLDS)[-1] == "all that was checked holds"


def test_every_quote_is_looked_up(data: Register, package: Path, documents: Path) -> None:
    count = {name: 0 for name in data.documents}
    for table in ("observations", "mentions", "exclusions"):
        for name in data[table]["source_id"]:
            count[name] += 1
    assert verify(package / "verify.py", "--documents", documents, code=HOLDS)[2:-1] == [
        f"honey-year: intact, all {count['honey-year']} quotes at their place (report.txt)",
        f"letter-on-bees: intact, all {count['letter-on-bees']} quotes at their place (letter.txt)",
    ]


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


@pytest.mark.parametrize(
    ("tamper", "says"),
    [
        (
            lambda folder: change(folder / "tables/observations.csv", "4600", "4900"),
            "tables/observations.csv: is another file",
        ),
        (lambda folder: change(folder / "numbers.csv", "4600", "4900"), "numbers.csv: is another file"),
        (lambda folder: change(folder / "README.md", "Bees", "Wasps"), "README.md: is another file"),
        (lambda folder: (folder / "tables/units.csv").unlink(), "tables/units.csv: can't be read"),
        (lambda folder: change(folder / "datapackage.json", '"README.md"', '"../README.md"'), "../README.md: can't be"),
        (lambda folder: (folder / "tables/sources.csv").write_bytes(b"\xff\0,"), "tables/sources.csv: is another file"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_tampered_package_differs(
    package: Path, tmp_path: Path, tamper: Callable[[Path], object], says: str, packed: bool
) -> None:
    script = Path(shutil.copy(package / "verify.py", tmp_path / "verify.py"))
    tamper(package)
    lines = verify(script, zipped(package, tmp_path / "p.zip") if packed else package, code=DIFFERS)
    assert any(line.startswith(says) for line in lines)
    assert lines[-1] == "something differs"


def test_new_hashes_do_not_hide_new_tables(data: Register, package: Path) -> None:
    change(package / "tables/observations.csv", "4600", "4900")
    described = json.loads((package / "datapackage.json").read_text())
    for resource in described["resources"]:
        content = (package / resource["path"]).read_bytes()
        resource |= archive._stamp(content)
    (package / "datapackage.json").write_text(json.dumps(described))
    assert f", not {data.version} as stated" in verify(package / "verify.py", code=DIFFERS)[1]


def test_a_damaged_zip_is_told_from_a_good_one(data: Register, package: Path, tmp_path: Path) -> None:
    content = archive.zipped(archive.files(data))
    (tmp_path / "damaged.zip").write_bytes(content.replace(b"Around 4,600 hives", b"Around 4,900 hives"))
    assert "tables/observations.csv: can't be read" in verify(
        package / "verify.py", tmp_path / "damaged.zip", code=DIFFERS
    )


def test_a_number_changed_in_a_document_is_found(package: Path, documents: Path) -> None:
    change(documents / "letter.txt", "4,600", "4,900")
    letter = verify(package / "verify.py", "--documents", documents, code=DIFFERS)[3]
    assert letter.startswith("letter-on-bees: another text, by its SHA-256, ")
    assert letter.endswith("quotes at their place, but not observations.csv:3 (letter.txt)")


def test_words_outside_quotes_change_the_document_alone(package: Path, documents: Path) -> None:
    change(documents / "report.txt", "Readers write: 77", "Readers write: 78")
    report = verify(package / "verify.py", "--documents", documents, code=DIFFERS)[2]
    assert report.startswith("honey-year: another text, by its SHA-256, all ")


def test_an_absent_document_is_said_and_not_taken_as_checked(package: Path, documents: Path) -> None:
    (documents / "letter.txt").unlink()
    letter = verify(package / "verify.py", "--documents", documents, code=HOLDS)[3]
    assert letter.startswith("letter-on-bees: absent, ")
    assert "quotes not checked" in letter


@pytest.mark.parametrize("broken", [b"", b"\xff\xfe\xff"])
def test_a_document_that_is_no_text_differs(package: Path, documents: Path, broken: bytes) -> None:
    (documents / "letter.txt").write_bytes(broken)
    assert ", 0 of " in verify(package / "verify.py", "--documents", documents, code=DIFFERS)[3]


def test_where_nothing_can_be_checked_it_says_why(package: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no zip")
    (tmp_path / "empty" / "datapackage.json").write_text('{"resources": [{"path": ["a"]}]}')
    for arguments in (
        ["nowhere"],
        ["text.zip"],
        ["empty"],
        ["--documents", "nowhere"],
        ["--documents", "empty"],
        ["--x"],
    ):
        paths = [tmp_path / each if not each.startswith("--") else each for each in arguments]
        assert "verify.py: " in verify(package / "verify.py", *paths, code=UNABLE)[-1]


def test_the_real_documents_hold(seeds: Path, real: Register, package: Path, tmp_path: Path) -> None:
    (tmp_path / "real.zip").write_bytes(archive.zipped(archive.files(real)))
    lines = verify(package / "verify.py", tmp_path / "real.zip", "--documents", seeds, code=HOLDS)
    assert [line for line in lines if ": absent" in line or "another text" in line] == []


@given(st.text(alphabet="ab é1\u00ad\u200b\ufeffﬁﬀ \t\f\u00a0\u202f\r\n\u2029", max_size=40))
def test_it_sees_a_quote_as_the_validation_does(text):
    names: dict[str, Any] = {"__name__": "verify", "__file__": "verify.py"}
    exec(compile(SCRIPT.read_text(encoding="utf-8"), "verify.py", "exec"), names)
    assert names["flat"](text) == Seen(text).flat

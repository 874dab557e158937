"""A process of its own for each conversion, with limits of time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.papers import Words, docx, paragraph, pdf
from validation.files.converters import process
from validation.files.converters.converted import Refused
from validation.files.converters.process import Limits

ATTRIBUTES = (
    b"<html><body><div " + b" ".join(b'a%d="b"' % number for number in range(400_000)) + b">12</div></body></html>"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("Größe 12\r\n".encode("latin-1"), "a.txt"),
        (b"# 12", "a.md"),
        (b"<html><h1>12</h1></html>", "a"),
        (pdf([Words("12")]), "a"),
        (docx(paragraph("12")), "a"),
    ],
)
def test_every_kind_is_converted_within_its_limits(data: bytes, name: str) -> None:
    made = process.converted(data, name)
    assert "12" in made.text
    assert made.by.startswith("stated-numbers ")


def test_what_is_refused_there_is_refused_here() -> None:
    with pytest.raises(Refused, match="no encoding 'no-such'; name one"):
        process.converted(b"12", "a.txt", "no-such")


@pytest.mark.long
def test_what_takes_too_long_is_ended() -> None:
    started = time.monotonic()
    with pytest.raises(Refused, match=r"it takes longer than 1\.5 s; save its text as a file"):
        process.converted(ATTRIBUTES[:4_900_000], "a.html", limits=Limits(seconds=1.5))
    assert time.monotonic() - started < 30
    assert subprocess.run(["pgrep", "-P", str(os.getpid()), "-f", process.PROGRAM]).returncode == 1, "none is left"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no limit of address space, or another one")
@pytest.mark.long
def test_what_takes_too_much_memory_is_ended() -> None:
    large = docx(paragraph("12 hives") * 200_000)
    with pytest.raises(Refused, match=r"more memory than there is|broke off"):
        process.converted(large, "a.docx", limits=Limits(memory=160_000_000))


def test_a_folder_s_own_modules_are_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "trafilatura.py").write_text("raise SystemExit('taken')")
    (tmp_path / "validation").mkdir()
    monkeypatch.chdir(tmp_path)
    assert process.converted(b"<html><p>12</p></html>", "a.html").text == "12\n"


def test_large_libraries_are_imported_there_alone() -> None:
    code = (
        "import sys; from validation.files.converters import process; process.converted(b'<html>12</html>', 'a');"
        "sys.exit(bool({'trafilatura', 'lxml', 'pypdfium2', 'mammoth', 'chardet', 'markdown_it'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0

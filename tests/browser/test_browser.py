"""Finding a browser, and getting one; with stand-ins, so that it runs where no browser is."""

from __future__ import annotations

import subprocess
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.browser import browser

# Playwright's own door opens once in a process, and another test may be behind it.
NONE = SimpleNamespace(chromium=SimpleNamespace(executable_path="/nowhere/chromium"))


@pytest.fixture
def bin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a machine where Playwright has downloaded nothing."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(browser, "sync_playwright", lambda: nullcontext(NONE))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return folder


def program(file: Path, exit_code: int = 0) -> str:
    file.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    file.chmod(0o755)
    return str(file)


def test_named_browser_goes_first(bin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bin / "chromium")
    named = program(tmp_path / "mine")
    monkeypatch.setenv("CHROMIUM", named)
    assert browser.path() == named


def test_named_browser_that_does_not_start_is_not_replaced(
    bin: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(bin / "chromium")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))
    assert browser.obtain() is None


def test_stub_is_passed_over(bin: Path) -> None:
    program(bin / "chromium-browser", exit_code=1)
    chrome = program(bin / "google-chrome")
    assert browser.path() == chrome


def test_no_browser(bin: Path) -> None:
    assert browser.path() is None


def test_browser_is_of_no_use_without_the_driver(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(bin / "chromium")
    monkeypatch.setattr("sys.executable", program(bin / "python", exit_code=127))
    assert browser.path() is None


def test_missing_browser_is_installed(bin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = []

    def install(command: list[str], **options: object) -> None:
        commands.append(command[-1])
        program(bin / "chromium")

    monkeypatch.setattr(browser, "starts", lambda *command: Path(command[0]).exists())
    monkeypatch.setattr(subprocess, "run", install)
    assert browser.obtain() == str(bin / "chromium")
    assert commands == ["chromium"]


@pytest.mark.parametrize(("user", "ways"), [(0, 2), (1000, 1)])
def test_only_root_installs_for_the_whole_machine(
    bin: Path, monkeypatch: pytest.MonkeyPatch, user: int, ways: int
) -> None:
    program(bin / "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: user)
    assert len(list(browser.ways_to_install())) == ways

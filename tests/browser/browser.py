"""The browser that the tests use: where it is, and how one is got where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGES = "chromium libatomic1"  # a small Debian lacks the second, which Playwright's driver needs
ADVICE = (
    f"no browser for the tests: install one (Debian: apt-get install {PACKAGES}), "
    "name one in CHROMIUM, or leave them out with `make test BROWSER=no`"
)


def path() -> str | None:
    """The first browser here that starts; what `CHROMIUM` names is the only one looked at where it is set."""
    if not starts(sys.executable, "-m", "playwright"):
        return None
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    if chosen := os.environ.get("CHROMIUM"):
        yield chosen
        return
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def starts(*command: str) -> bool:
    """Whether it runs at all: a stub, or a program without its libraries, is there and doesn't."""
    try:
        return subprocess.run([*command, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def obtain() -> str | None:
    """A browser that starts, installed first where there is none and none was named."""
    found = path()
    for command in ways_to_install():
        if found or os.environ.get("CHROMIUM"):
            break
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
        found = path()
    return found


def ways_to_install() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        yield ["sh", "-c", f"apt-get update && apt-get install -y --no-install-recommends {PACKAGES}"]


if __name__ == "__main__":
    found = obtain()
    sys.exit(print("browser:", found) if found else ADVICE)

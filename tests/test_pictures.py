"""The pictures of the README files: each is made by the script, and each that is made is shown."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.pictures import NAMES


def test_pictures_are_made_and_shown(root: Path) -> None:
    texts = [(root / name).read_text(encoding="utf-8") for name in ("README.md", "seeds/README.md")]
    shown = re.findall(r"!\[[^\]]+\]\((?:\.\./)?\.github/(\w+)\.png\)", "\n".join(texts))
    assert sorted(shown) == sorted(NAMES)
    assert sorted(path.stem for path in (root / ".github").glob("*.png")) == sorted(NAMES)

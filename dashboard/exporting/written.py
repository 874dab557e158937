"""What is written below a folder, and that no page leads to what is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


class Astray(ValueError):
    """A page leads to what no file has; the message names both."""


@dataclass
class Written:
    """What is written below a folder: the files, and what pages lead to."""

    folder: Path
    files: dict[str, int] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)

    def write(self, file: str, data: bytes) -> None:
        """Writes a file, once."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.files[file] = len(data)

    def astray(self) -> None:
        """Raises `Astray` where a page leads to a file that there is not."""
        lost = [f"{at} leads to {file}" for file, at in self.linked.items() if file not in self.files]
        if lost:
            raise Astray(f"{'; '.join(lost[:5])}; and nothing is there")

"""What the validation says of a corrupted collection, and with which code its command ends."""

from __future__ import annotations

import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from tests.validation.corruptions.edits import Corruption, Files, written
from tests.validation.corruptions.generated import COLLECTIONS, corruptions
from validation.commands import main as command
from validation.commands.check import FORMS
from validation.model.register import load
from validation.reports.report import check
from validation.rules.catalog import RULES
from validation.vocabulary import ERROR

# One corruption in so many goes through the command line too, each time in another form of report.
SAMPLE = 12


@dataclass(frozen=True)
class Verdict:
    """What was found, by file, line and rule; `code` is what the command exits with, None where it was not run."""

    found: frozenset[tuple[str, int, str]]
    code: int | None = None

    def names(self, corruption: Corruption) -> bool:
        """Whether the corruption is found where it is, by its rule; one that no rule can find leaves no finding."""
        if not corruption.rule:
            return not self.found
        place = (corruption.file, corruption.line, corruption.rule)
        return place in self.found and self.code in _exits(corruption)


def _exits(corruption: Corruption) -> tuple[int | None, ...]:
    """What a command may end with, where it was run: a warning alone leaves a collection valid."""
    return (None, 1) if RULES[corruption.rule].level == ERROR else (None, 0, 1)


def examined(name: str, case: str) -> Verdict:
    """The verdict on one corruption of a collection, which is written into a folder of its own."""
    corruption = corruptions(name)[case]
    files: Files = dict(COLLECTIONS[name]().files)
    if not corruption.documents:
        files = {path: content for path, content in files.items() if path.startswith("datasets/")}
    corruption.edit(files)
    with tempfile.TemporaryDirectory() as folder:
        datasets, seeds = written(files, Path(folder))
        report = check(load(datasets, seeds), require_seeds=corruption.documents)
        found = frozenset((finding.file, finding.line, finding.rule) for finding in report.findings)
        return Verdict(found, _code(case, datasets, seeds, required=corruption.documents))


def _code(case: str, datasets: Path, seeds: Path, *, required: bool) -> int | None:
    number = zlib.crc32(case.encode())
    if number % SAMPLE and not case.endswith("10-mb"):
        return None
    output = ["--format", FORMS[number % len(FORMS)], "--output", str(datasets.parent / "report")]
    folders = ["--datasets", str(datasets), "--seeds", str(seeds)]
    return command.main([*folders, *output, *(["--require-seeds"] if required else [])])

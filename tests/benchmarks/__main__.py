"""The benchmarks: cases beside what they are compared with, in turns, as whole processes; then texts, pages, sizes."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import browsing, pages, reading, scale, synthetic
from tests.benchmarks.runs import ROOT, Failed, Run, run, typical

SECONDS = 600
# What a validator written plainly imports before its first line: tables, schemas, units, dates.
IMPORTS = "import pandas, pandera.pandas, pint, edtf"
READ = "import pandas; pandas.read_csv('observations.csv', dtype=str, keep_default_na=False, na_values=[''])"
OURS = "import validation.commands.check"
FRICTIONLESS = "from frictionless import Package; assert Package('datapackage.json').validate().valid"


@dataclass(frozen=True)
class Case:
    """Two processes to compare, in a folder; the second is ours and ends with `code`.

    Where `imports` are given, what each of the two imports, its time is taken off.
    """

    name: str
    other: Sequence[str]
    ours: Sequence[str]
    folder: Path
    aim: str
    times: int
    code: int = 0
    imports: tuple[Sequence[str], Sequence[str]] | None = None


def main() -> int:
    """Prints a table of medians; returns 1 where a process failed, never because one was slow."""
    end = time.monotonic() + SECONDS
    print(f"{'':48}{'other':>9}{'ours':>9}{'ratio':>8}{'ours':>10}   aim")
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measured(case, end) for case in _cases(Path(folder))]
    reading.measure()
    pages.measure()
    browsing.measure()
    scale.measure()
    return 0 if all(measured) else 1


def _cases(folder: Path) -> list[Case]:
    clean, bad, small = (
        synthetic.write(folder / name, rows, bad=share)
        for name, rows, share in (("clean", 1_000_000, 0), ("bad", 1_000_000, 0.01), ("small", 100_000, 0))
    )
    python = sys.executable
    # No folder of documents lies in a synthetic register, so that none is looked at.
    ours = (python, "-m", "validation", "--datasets", ".")
    read, frictionless = (python, "-c", READ), (python, "-c", FRICTIONLESS)
    imports = (python, "-c", "import frictionless"), (python, "-c", OURS)
    return [
        Case(
            "shipped collection / imports alone",
            (python, "-c", IMPORTS),
            (python, "-m", "validation"),
            ROOT,
            "under 1.4",
            9,
        ),
        Case("1,000,000 rows, clean / read by pandas", read, ours, clean, "at most 2, under 1,000 MB", 5),
        Case("1,000,000 rows, 1 % bad / read by pandas", read, ours, bad, "at most 2.5, under 1,000 MB", 5, code=1),
        Case(
            "100,000 rows / frictionless, imports apart", frictionless, ours, small, "at most 0.1", 5, imports=imports
        ),
    ]


def _measured(case: Case, end: float) -> bool:
    try:
        _, *turns = [_turn(case, end) for _ in range(1 + case.times)]  # the first fills the caches
    except Failed as failed:
        print(f"{case.name:48}{failed}", flush=True)
        return False
    other, ours = (typical(runs) for runs in zip(*turns, strict=True))
    ratio = median(ours.seconds / other.seconds for other, ours in turns)
    numbers = f"{other.seconds:7.2f} s{ours.seconds:7.2f} s{ratio:8.2f}{ours.megabytes:7,.0f} MB"
    print(f"{case.name:48}{numbers}   {case.aim}", flush=True)
    return True


def _turn(case: Case, end: float) -> tuple[Run, Run]:
    """A run of each, side by side: the speed of a machine that others use moves from minute to minute."""

    def one(command: Sequence[str], code: int = 0) -> Run:
        return run(command, case.folder, code=code, timeout=end - time.monotonic())

    other, ours = one(case.other), one(case.ours, case.code)
    if case.imports is None:
        return other, ours
    return other.without(one(case.imports[0])), ours.without(one(case.imports[1]))


if __name__ == "__main__":
    sys.exit(main())

"""The benchmarks: each case beside what it is compared with, in turns, as whole processes. Ten minutes at most."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import pages, reading, synthetic
from tests.benchmarks.runs import ROOT, Failed, Run, run, typical

SECONDS = 600
# What a validator written plainly imports before its first line: tables, schemas, units, dates.
IMPORTS = "import pandas, pandera.pandas, pint, edtf"
READ = "import pandas; pandas.read_csv('observations.csv', dtype=str, keep_default_na=False, na_values=[''])"
FRICTIONLESS = "from frictionless import Package; assert Package('datapackage.json').validate().valid"


@dataclass(frozen=True)
class Case:
    """Two processes to compare, in a folder; the second is ours and ends with `code`."""

    name: str
    other: Sequence[str]
    ours: Sequence[str]
    folder: Path
    aim: str
    times: int
    code: int = 0


def main() -> int:
    """Prints a table of medians; returns 1 where a process failed, never because one was slow."""
    end = time.monotonic() + SECONDS
    print(f"{'':48}{'other':>9}{'ours':>9}{'ratio':>8}{'ours':>10}   aim")
    with tempfile.TemporaryDirectory() as folder:
        measured = [_measured(case, end) for case in _cases(Path(folder))]
    reading.measure()
    pages.measure()
    return 0 if all(measured) else 1


def _cases(folder: Path) -> list[Case]:
    clean, bad, small = (
        synthetic.write(folder / name, rows, bad=share)
        for name, rows, share in (("clean", 1_000_000, 0), ("bad", 1_000_000, 0.01), ("small", 100_000, 0))
    )
    python = sys.executable
    # No folder of documents lies in a synthetic register, so that none is looked at.
    ours = (python, "-m", "validation", "--datasets", ".")
    read = (python, "-c", READ)
    return [
        Case(
            "shipped collection / imports alone",
            (python, "-c", IMPORTS),
            (python, "-m", "validation"),
            ROOT,
            "under 1.4",
            9,
        ),
        Case("1,000,000 rows, clean / read by pandas", read, ours, clean, "at most 3, under 2,000 MB", 3),
        Case("1,000,000 rows, 1 % bad / read by pandas", read, ours, bad, "at most 3, under 2,000 MB", 3, code=1),
        Case("100,000 rows / frictionless", (python, "-c", FRICTIONLESS), ours, small, "at most 0.1", 3),
    ]


def _measured(case: Case, end: float) -> bool:
    try:
        other, ours = _compared(case, end)
    except Failed as failed:
        print(f"{case.name:48}{failed}", flush=True)
        return False
    ratio = f"{ours.seconds / other.seconds:.2f}"
    numbers = f"{other.seconds:7.2f} s{ours.seconds:7.2f} s{ratio:>8}{ours.megabytes:7,.0f} MB"
    print(f"{case.name:48}{numbers}   {case.aim}", flush=True)
    return True


def _compared(case: Case, end: float) -> tuple[Run, Run]:
    """The typical runs of both, taken in turns, after one of each that fills the caches."""
    others, ours = [], []
    for _ in range(1 + case.times):
        others.append(run(case.other, case.folder, timeout=end - time.monotonic()))
        ours.append(run(case.ours, case.folder, code=case.code, timeout=end - time.monotonic()))
    return typical(others[1:]), typical(ours[1:])


if __name__ == "__main__":
    sys.exit(main())

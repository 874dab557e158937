"""An archive of documents some of whose rows are wrong, to be worked on in shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.benchmarks.archive import write_archive
from tests.edits import rows_of
from validation.files import columns, records, texts
from validation.files import tables as files
from validation.model import register
from validation.model.register import Register, tables
from validation.reports import json
from validation.reports.report import report
from validation.sharing import running
from validation.sharing.engines import Engine
from validation.sharing.running import Tell
from validation.sharing.shares import shares


@dataclass(frozen=True)
class Archive:
    """The folders of a register."""

    datasets: Path
    seeds: Path

    @property
    def tables(self) -> Register:
        """The register without its documents."""
        return tables(self.datasets, by_row=False)

    def read(self, engine: Engine | None = None, heavy: int = 1, tell: Tell = lambda done, count: None) -> str:
        """The report as JSON, read in shares about so heavy; of the least weight each document is one."""
        register = self.tables
        parts = shares(register, self.seeds, heavy=heavy)
        found = running.read(register, parts, self.datasets, self.seeds, engine, tell)
        return json.render(report(register, found, require_seeds=True))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Twelve documents; every fifth value is not what is printed, and some rows are wrong in other ways."""
    datasets, seeds = write_archive(tmp_path_factory.mktemp("archive"), 12, characters=1_000, bad=0.2)
    with rows_of(datasets, "observations") as rows:
        rows[3]["value"] = "x2"
        rows[5]["indicator_id"] = "nowhere"
        rows.append(rows[-1])
    text = sorted(seeds.iterdir())[4]
    text.write_text(text.read_text(encoding="utf-8").replace(" the ", " 77 ", 1), encoding="utf-8")
    return Archive(datasets, seeds)


@pytest.fixture
def taken_for_large(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every table is read in pieces and put aside, and what rules look at row by row is left there.

    Columns are of text where texts don't repeat themselves.
    """
    for module, name, value in (
        (records, "FIRST", 500),
        (records, "PIECE", 900),
        (texts, "MANY", 3),
        (files, "KEPT", 0),
        (register, "IN_MEMORY", 0),
        (columns, "AT_ONCE", 3),
    ):
        monkeypatch.setattr(module, name, value)
    files._kept.cache_clear()
    yield
    files._kept.cache_clear()

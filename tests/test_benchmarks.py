"""The collection that browsing is measured in: of the size that was asked for, in order; no address asked for twice."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from tests.benchmarks import browsing, synthetic

NUMBERS, CHARTS = 4_000, 1_001


def test_a_collection_has_so_many_numbers_and_its_tables_are_sorted(tmp_path: Path) -> None:
    datasets, _ = synthetic.write_collection(tmp_path, numbers=NUMBERS, charts=CHARTS, documents=3)
    ids = {}
    for name in ("observations", "indicators", "charts"):
        with (datasets / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            ids[name] = [row[f"{name.removesuffix('s')}_id"] for row in csv.DictReader(file)]
        assert ids[name] == sorted(ids[name])
    assert [len(each) for each in ids.values()] == [NUMBERS, CHARTS, CHARTS]


def test_no_page_is_measured_twice() -> None:
    asked = Counter(address for kind in browsing.kinds() for address in kind.addresses)
    assert [address for address, times in asked.items() if times > 1] == []

"""In which order numbers stand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.state.selection import whose
from dashboard.state.store import Snapshot
from tests.dashboard.state.numbers.chosen import ids, read
from validation.language import periods
from validation.model.rows import COLUMNS
from validation.vocabulary import CALCULATED, DOCUMENT, REFERENCE


def test_no_parameter_chooses_all_as_they_stand(data: Snapshot) -> None:
    assert read("").choose(data) == list(data.register.numbers.values())


def test_documents_numbers_come_first_and_ours_last(checked: Snapshot) -> None:
    chosen = read("").choose(checked)
    assert sorted(one.id for one in chosen) == sorted(checked.register.numbers)
    kinds = [whose(number) for number in chosen]
    assert kinds == [DOCUMENT] * 16 + [REFERENCE] * 2 + [CALCULATED.code]
    for kind in {*kinds}:
        of_kind = [number.id for number in chosen if whose(number) == kind]
        assert of_kind == [name for name, one in checked.register.numbers.items() if whose(one) == kind]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_sorts_both_ways_with_what_is_missing_last(data: Snapshot, column: str) -> None:
    cells = [COLUMNS[column](number, data.register) for number in read("").choose(data)]
    missing = sum(cell is None or cell == "" for cell in cells)
    for sort in (column, f"-{column}"):
        found = [COLUMNS[column](number, data.register) for number in read(f"sort={sort}").choose(data)]
        assert sorted(map(str, found)) == sorted(map(str, cells))
        assert [cell is None or cell == "" for cell in found] == [False] * (len(cells) - missing) + [True] * missing


def test_rows_alike_keep_their_order_both_ways(data: Snapshot) -> None:
    assert ids(data, "sort=area") == ids(data, "sort=-area") == ids(data, "")


def test_text_sorts_without_case_numbers_by_size_periods_by_time(
    data: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ids(data, "")[:4]
    columns = {
        "said": ["b", "A", "c", "D"],
        "value": [Decimal(100), Decimal(20), Decimal(3), Decimal(-4)],
        "period": [periods.read(period) for period in ("2020-05", "1950/2021", "192X", "-0043")],
    }
    for column, cells in columns.items():
        of = dict(zip(names, cells, strict=True))
        monkeypatch.setitem(COLUMNS, column, lambda number, _, of=of: of.get(number.id))
    order = {column: [names.index(name) for name in ids(data, f"sort={column}")[:4]] for column in columns}
    assert order == {"said": [1, 0, 2, 3], "value": [3, 2, 1, 0], "period": [3, 2, 1, 0]}
    assert ids(data, "sort=-period")[:4] == names

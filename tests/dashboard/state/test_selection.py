"""What an address chooses of the numbers, in which order, and what such a file is called."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.state import addresses, selection
from dashboard.state.refusals import Unacceptable
from dashboard.state.selection import LONGEST_NAME, Selection, ordered, whose
from dashboard.state.store import Snapshot, load
from tests import edits, registers
from tests.dashboard.pages.conftest import write_checked
from validation.language import periods
from validation.model.rows import COLUMNS
from validation.vocabulary import CALCULATED, DOCUMENT, OTHER_PERIOD, OTHER_SCOPE, REFERENCE


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """The bees with a calculated number and a reference's, and a number of each verdict."""
    datasets, seeds = write_checked(tmp_path_factory.mktemp("checked"))
    with edits.rows_of(datasets, "derivations") as rows:
        rows.append(registers.DERIVATION)
    with edits.rows_of(datasets, "checks") as rows:
        verdicts = {"losses-letter": OTHER_PERIOD, "losses-report": OTHER_SCOPE}
        for row in rows:
            row["verdict"] = verdicts.get(row["observation_id"], row["verdict"])
    return load(datasets, seeds)


def read(search: str) -> Selection:
    return Selection.read(addresses.parsed(search))


def ids(data: Snapshot, search: str) -> list[str]:
    return [number.id for number in read(search).choose(data)]


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


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("indicator=hives", ["hives-letter", "hives-report"]),
        ("indicator=hives&indicator=meadows", ["hives-letter", "hives-report", "meadows-report"]),
        ("indicator=hives&source=honey-year", ["hives-report"]),
        ("topic=Land&qualifier=about", ["meadow-area-report"]),
        ("topic=Land&q=VALLEY%20dozen", ["meadows-report"]),
        ("area=ash-valley&q=thirds", ["mite-treatment-report"]),
        ("q=letter%20hives", ["hives-letter"]),
        ("qualifier=at-least&topic=Land", []),
        ("q=.*", []),
        ("origin=calculated", ["honey-before"]),
        ("origin=calculated&indicator=hives", []),
        ("indicator=honey&source=honey-year", ["honey-report", "honey-before"]),
        ("origin=stated&indicator=honey", ["honey-letter", "honey-report"]),
        ("indicator=hives&page=2&utm_source=x", ["hives-letter", "hives-report"]),
    ],
)
def test_filters_and_words_narrow(data: Snapshot, search: str, chosen: list[str]) -> None:
    assert ids(data, search) == chosen


@pytest.mark.parametrize(
    ("search", "chosen"),
    [
        ("origin=document&indicator=hives", ["hives-letter", "hives-report"]),
        ("origin=reference", ["hives-census", "hives-guess"]),
        ("origin=reference&origin=calculated", ["hives-census", "hives-guess", "honey-before"]),
        ("origin=stated&indicator=hives", ["hives-letter", "hives-report", "hives-census", "hives-guess"]),
        ("verdict=matched", ["hives-letter"]),
        ("verdict=disputed&origin=document", ["hives-report"]),
        ("verdict=disputed&origin=reference", []),
        ("verdict=not-comparable", ["losses-letter", "losses-report"]),
        ("verdict=other-scope", ["losses-report"]),
    ],
)
def test_whose_numbers_and_what_came_of_them(checked: Snapshot, search: str, chosen: list[str]) -> None:
    assert ids(checked, search) == chosen


@pytest.mark.parametrize(
    ("search", "counts"),
    [
        ("", {DOCUMENT: 16, REFERENCE: 2, CALCULATED.code: 1}),
        ("indicator=hives&sort=value", {DOCUMENT: 2, REFERENCE: 2}),
        ("indicator=hives&origin=reference", {DOCUMENT: 2, REFERENCE: 2}),
        ("q=zzz", {}),
    ],
)
def test_origins_are_counted_whichever_are_asked_for(checked: Snapshot, search: str, counts: dict[str, int]) -> None:
    assert read(search).origins(checked) == counts


@pytest.mark.parametrize("typed", ["keeper's", "keeper’s", "KEEPER'S"])
def test_apostrophes_are_found_however_typed(data: Snapshot, typed: str) -> None:
    noted = Snapshot(registers.rewritten(data.register, {"note": "The keeper’s own"}))
    assert Selection(q=typed).choose(noted) == list(noted.register.numbers.values())
    assert Selection(q=typed).choose(data) == []


@pytest.mark.parametrize(
    ("search", "says"),
    [
        ("topic=land", "Land"),
        ("indicator=hive", "hives"),
        ("source=x", "honey-year"),
        ("area=x", "ash-valley"),
        ("qualifier=circa", "nearly"),
        ("origin=computed", "calculated"),
        ("verdict=right", "not-comparable"),
        ("sort=valeu", "value"),
    ],
)
def test_unknown_values_are_refused_with_those_known(data: Snapshot, search: str, says: str) -> None:
    with pytest.raises(Unacceptable) as refused:
        ids(data, search)
    assert says in refused.value.exist
    assert refused.value.parameter == search.partition("=")[0]


def test_a_value_is_known_whatever_else_is_chosen(data: Snapshot) -> None:
    assert ids(data, "topic=Land&indicator=hives") == []


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


def test_text_sorts_without_case_numbers_by_size_periods_by_time(data: Snapshot) -> None:
    model = data.register.observations["honey-report"]
    rows = [("b", "100", "2020-05"), ("A", "20", "1950/2021"), ("c", "3", "192X"), ("D", "-4", "-0043")]
    numbers = [
        replace(model, words=words, amount=replace(model.amount, value=Decimal(value)), period=periods.read(period))
        for words, value, period in rows
    ]
    order = {
        name: [numbers.index(one) for one in ordered(data.register, numbers, name)]
        for name in ("said", "value", "period")
    }
    assert order == {"said": [1, 0, 2, 3], "value": [3, 2, 1, 0], "period": [3, 2, 1, 0]}
    assert ordered(data.register, numbers, "-period") == numbers


def test_a_number_is_made_only_if_it_is_chosen(data: Snapshot) -> None:
    fresh = Snapshot(registers.described(data.register, {}))
    assert ids(fresh, "area=ash-valley&indicator=hives") == ["hives-letter", "hives-report"]
    parts = {part for number in fresh.register.derived.values() for part in number.operands}
    assert len(fresh.register.observations._made) == 2 + len(parts)


@pytest.mark.parametrize("search", ["q=bees", "q=a+valley&sort=said", "sort=value", "sort=-period", "sort=source"])
def test_many_numbers_are_found_and_sorted_as_few_are(
    checked: Snapshot, search: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = ids(checked, search)
    monkeypatch.setattr(selection, "FEW", 0)
    assert ids(checked, search) == few


def test_what_many_numbers_are_sorted_by_is_worked_out_once(data: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "FEW", 0)
    fresh, asked = Snapshot(registers.described(data.register, {})), []
    monkeypatch.setitem(COLUMNS, "value", lambda number, _: asked.append(number.id) or number.value)
    assert {*ids(fresh, "sort=value")} == {*ids(fresh, "sort=-value")}
    assert len(asked) == len(fresh.register.numbers)


@pytest.mark.parametrize("search", ["", "topic=Land&topic=Honey&q=a%20b&sort=-value", "qualifier=about"])
def test_its_query_says_the_same(search: str) -> None:
    assert read(addresses.href("", read(search).query)[1:]) == read(search)


@pytest.mark.parametrize(
    ("search", "name"),
    [
        ("", "numbers"),
        ("sort=-value", "numbers"),
        ("topic=Time%20spans&topic=Land", "numbers_topic-time-spans+land"),
        ("q=%C3%9Cber%20/../x%22&area=ash-valley", "numbers_area-ash-valley_q-über-x"),
    ],
)
def test_the_filter_names_the_file(search: str, name: str) -> None:
    assert read(search).name() == name


def test_long_names_are_cut_and_stay_apart() -> None:
    names = {Selection(q="蜂" * 90 + end).name() for end in "ab"}
    assert len(names) == 2
    assert max(len(name.encode()) for name in names) <= LONGEST_NAME + 9

"""What each chart draws, and as what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.charts import choice
from dashboard.charts.choice import choose, common_base, figure, find
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.kinds import areas, shares
from tests import collection, edits
from tests.dashboard.charts import bees
from validation import vocabulary as codes
from validation.model import accounts
from validation.model.register import Register, load

BEFORE = {
    "derivation_id": "honey-before",
    "indicator_id": "honey",
    "area_id": "ash-valley",
    "formula": "[honey-report] / (1 + [honey-growth-report] / 100)",
    "unit_id": "t",
}
SUM = BEFORE | {"derivation_id": "honey-sum", "formula": "[honey-report] * 2", "period": "2021"}
PER_KEEPER = BEFORE | {
    "derivation_id": "hives-per-keeper",
    "indicator_id": "hives-per-keeper",
    "formula": "[hives-letter] / [founders-1888]",
    "unit_id": "per-keeper",
}


@pytest.mark.parametrize(
    ("drawing", "kind"),
    [
        (bees.COLONIES, codes.AS_STATED),
        (bees.SURVEY, codes.AS_SHARES),
        (bees.HONEY, codes.AS_GROWTH),
        (bees.MEADOWS, codes.AS_AREAS),
        (bees.SWARMS, codes.AS_ACCOUNTS),
        (bees.YEARS, codes.AS_SERIES),
        (bees.ODDS, codes.ALONE),
    ],
)
def test_the_kind_follows_from_the_data(drawing: Drawing, kind: str) -> None:
    assert choose(drawing.numbers) == kind
    assert choose(drawing.numbers[:1]) == choose([]) == codes.ALONE


def test_every_kind_is_drawn_or_set_as_words() -> None:
    assert {*choice.FIGURES, codes.ALONE} == set(codes.CHART_KINDS)


def test_the_kind_can_be_asked_for() -> None:
    assert choose(bees.SURVEY.numbers, codes.AS_ACCOUNTS) == codes.AS_ACCOUNTS
    assert choose(bees.COLONIES.numbers[:1], codes.AS_STATED) == codes.AS_STATED


@pytest.mark.parametrize("asked", [codes.AS_GROWTH, codes.AS_SERIES, codes.AS_AREAS, "donut"])
def test_what_cannot_be_drawn_so_is_drawn_as_the_data_say(asked: str) -> None:
    undated = [bees.number(name, "none", 0, period="") for name in ("Hives", "Skeps")]
    assert choose(undated, asked) == choose(undated) == codes.AS_STATED
    assert choose([], asked) == codes.ALONE


def test_units_are_given_panels_only_where_each_has_something_to_compare() -> None:
    assert choose([*bees.COLONIES.numbers, *bees.MEADOWS.numbers]) == codes.AS_STATED
    assert choose([*bees.COLONIES.numbers, bees.number("Price", "9", 9, "euros")]) == codes.ALONE


def test_the_same_number_again_is_no_chart() -> None:
    four = bees.number("Meadows", "four", 4)
    same = [four, bees.number("Meadows", "4", 4, source="letter")]
    assert choose([four, replace(four, id="again")]) == codes.ALONE
    assert choose(same) == choose(same, codes.AS_ACCOUNTS) == codes.ALONE
    assert choose([four, replace(same[1], qualifier=codes.OVER)]) == codes.AS_ACCOUNTS


def test_areas_too_far_apart_for_squares_are_not_drawn_as_squares() -> None:
    tiny = bees.land("Gardens", "a little", 40 / areas.EXTREME / 2, "km2")
    assert choose([*bees.MEADOWS.numbers[:3], tiny]) == codes.AS_STATED
    nothing = bees.calculated("Heath", "none", 0, "km2")
    assert choose([*bees.MEADOWS.numbers, nothing]) == codes.AS_STATED


def test_what_has_no_place_in_time_is_no_series() -> None:
    undated = [replace(number, period=None) for number in bees.YEARS.numbers]
    assert choose(undated) == codes.AS_STATED, "and what matches nothing is no account"


def test_accounts_are_of_one_period_that_is_known() -> None:
    def chosen(period: str = "2021", basis: str = codes.STATED) -> str:
        other = bees.number("Hives", "70", 70, source="letter", period=period, period_basis=basis)
        return choose([bees.number("Hives", "90", 90), other])

    assert chosen() == codes.AS_ACCOUNTS
    assert chosen("2020") == chosen("") == chosen(basis=codes.TO_DATE) == codes.AS_STATED


def test_one_area_at_several_times_is_not_several_areas() -> None:
    times = ("2018", "2019", "2020", "")
    one = [bees.land("Meadows", "so many", 9 + i, "ha", period=period) for i, period in enumerate(times)]
    assert choose(one) == codes.AS_STATED


def test_calculated_numbers_do_not_change_the_kind() -> None:
    assert choose([*bees.SURVEY.numbers, bees.calculated("Sum of shares", "117%", 117, "percent")]) == codes.AS_SHARES


def test_a_figure_is_of_the_chosen_kind_and_numbers_alone_have_none() -> None:
    assert figure(bees.SURVEY, width=390) == shares.draw(bees.SURVEY, width=390)
    assert figure(bees.SURVEY, scheme="dark") == shares.draw(bees.SURVEY, scheme="dark")
    with pytest.raises(ValueError, match="have no figure"):
        figure(bees.ODDS)


@pytest.mark.parametrize(
    ("definitions", "base"),
    [
        (["Share of the members of a club who sell at markets."], "of members of a club"),
        (["Share of a valley's meadows that are mown."], "of a valley's meadows"),
        (["Share of colonies whose queen died."], "of colonies"),
        (["Share of wild bees in the bees of a valley."], ""),
        (["Markets at which members sell."], ""),
        (["Share of members who sell."] * 2, "of members"),
        (["Share of members who sell.", "Share of hives that died."], ""),
        (["Share of members who sell.", "Hives."], ""),
        ([], ""),
    ],
)
def test_definitions_say_what_shares_are_of(definitions: list[str], base: str) -> None:
    assert common_base(definitions) == base


Edited = Callable[..., Register]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """The bees with rows added to their tables, a kind asked for, or a definition: `edited(honey="growth", …)`."""
    datasets, seeds = collection.write(tmp_path)

    def make(kinds: dict[str, str] | None = None, **added: list[dict[str, str]]) -> Register:
        for chart, kind in (kinds or {}).items():
            edits.set_cell(datasets, "charts", chart, "kind", kind)
        for table, rows in added.items():
            with edits.rows_of(datasets, table) as known:
                known += rows
        return load(datasets, seeds)

    return make


def found(register: Register, key: str) -> Drawing:
    drawing = find(register, key)
    assert drawing
    return drawing


def ids(register: Register, key: str) -> list[str]:
    return [number.id for number in found(register, key).numbers]


def test_a_chart_draws_every_number_of_its_indicators_in_the_order_of_the_table(edited: Edited) -> None:
    register = edited()
    for chart in register.charts:
        of_chart = [number.id for number in register.observations if number.indicator.chart.id == chart]
        assert ids(register, f"chart/{chart}") == of_chart


def test_a_drawing_is_chosen_once(edited: Edited) -> None:
    register = edited()
    assert find(register, "chart/honey") is find(register, "chart/honey")
    assert found(register, "chart/honey").key == "chart/honey"


@pytest.mark.parametrize("key", ["chart/hony", "indicator/hony", "accounts/honey", "honey", "honey/chart", ""])
def test_there_is_no_drawing_for_an_unknown_key_and_none_is_kept(edited: Edited, key: str) -> None:
    register = edited()
    find(register, "accounts/nothing")
    kept = len(register._made)
    assert find(register, key) is None
    assert len(register._made) == kept


def test_an_indicator_without_a_number_has_no_drawing(edited: Edited) -> None:
    queens = {"indicator_id": "queens", "name": "Queens", "chart_id": "hives", "unit_id": "hives"}
    assert find(edited(indicators=[queens]), "indicator/queens") is None


def test_growth_is_drawn_from_the_level_it_started_from(edited: Edited) -> None:
    register = edited({"honey": codes.AS_GROWTH}, derivations=[BEFORE])
    assert found(register, "chart/honey").kind == codes.AS_GROWTH
    assert ids(register, "chart/honey")[-1] == "honey-before"
    assert "honey-before" not in ids(register, "indicator/honey")


def test_accounts_are_drawn_with_what_was_calculated_of_the_same(edited: Edited) -> None:
    register = edited({"honey": codes.AS_ACCOUNTS}, derivations=[SUM])
    assert "honey-sum" in ids(register, "chart/honey")
    assert ids(register, "accounts/honey-letter") == ["honey-letter", "honey-report", "honey-sum"]


def test_bars_are_drawn_with_what_was_calculated_of_the_same_at_another_time(edited: Edited) -> None:
    later = BEFORE | {"derivation_id": "honey-later", "formula": "[honey-report] / 2", "period": "2023"}
    register = edited({"honey": codes.AS_STATED}, derivations=[BEFORE, later])
    assert found(register, "chart/honey").kind == codes.AS_STATED
    assert ids(register, "chart/honey")[-1] == "honey-later"
    assert "honey-before" not in ids(register, "chart/honey")


def test_what_no_source_states_is_drawn_as_calculated(edited: Edited) -> None:
    unit = {"unit_id": "per-keeper", "name": "hives per keeper", "pint": "hives / keepers"}
    named = {"indicator_id": "hives-per-keeper", "name": "Hives per keeper", "unit_id": "per-keeper"}
    register = edited(
        derivations=[PER_KEEPER], units=[unit], indicators=[named | {"measure": "level", "chart_id": "hives"}]
    )
    assert ids(register, "indicator/hives-per-keeper") == ["hives-per-keeper"]
    assert "hives-per-keeper" not in ids(register, "chart/hives")


def test_accounts_of_a_quantity_are_compared_whatever_they_are(edited: Edited) -> None:
    register = edited()
    assert found(register, "indicator/honey").kind == codes.AS_ACCOUNTS
    assert found(register, "accounts/losses-letter").kind == codes.AS_ACCOUNTS
    assert found(register, "indicator/losses").kind == codes.AS_SHARES


def test_accounts_carry_their_verdict(edited: Edited) -> None:
    said = {
        "left_id": "hives-letter",
        "right_id": "hives-report",
        "verdict": codes.DOUBT,
        "explanation": "So far apart.",
    }
    register = edited(conflicts=[{"conflict_id": "hives"} | said])
    (quantity,) = found(register, "accounts/hives-letter").quantities
    assert quantity.verdict == codes.DOUBT
    assert found(register, "chart/hives").said == accounts.said(register)


def test_a_documents_number_is_marked_on_the_series_that_it_is_held_against(edited: Edited) -> None:
    row = {"area_id": "ash-valley", "unit_id": "t", "status": "A", "qualifier": codes.EXACT, "value": "9"}
    years = [
        row
        | {"observation_id": f"z-{year}", "period": str(year), "period_basis": codes.STATED, "source_id": "census"}
        | {"indicator_id": "honey-census"}
        for year in (2018, 2019, 2020)
    ]
    undated = row | {"observation_id": "once", "indicator_id": "honey", "source_id": "honey-year"}
    held = ("honey-letter", "honey-report", "hives-report", "once")
    verdicts = dict.fromkeys(held, codes.DISPUTED) | {"honey-letter": codes.OTHER_SCOPE}
    register = edited(
        sources=[{"source_id": "census", "kind": codes.REFERENCE, "title": "Census"}],
        charts=[{"chart_id": "census", "topic": "Honey", "name": "Honey", "kind": codes.AS_SERIES}],
        indicators=[{"indicator_id": "honey-census", "name": "Honey", "chart_id": "census", "unit_id": "t"}],
        observations=[*years, undated | {"period_basis": codes.UNSTATED}],
        checks=[
            {"observation_id": name, "reference_id": "z-2020", "verdict": verdicts[name], "explanation": "So."}
            for name in held
        ],
    )
    assert ids(register, "chart/census") == ["honey-report", "z-2018", "z-2019", "z-2020"]
    assert ids(register, "indicator/honey-census") == ["z-2018", "z-2019", "z-2020"]


def test_shares_say_what_they_are_of(tmp_path: Path) -> None:
    datasets, seeds = collection.write(tmp_path)
    edits.set_cell(datasets, "indicators", "losses", "definition", "Share of the members asked who say so.")
    register = load(datasets, seeds)
    assert found(register, "indicator/losses").base == "of members asked"
    assert found(register, "chart/hives").base == ""

"""What is stated more than once, and how its accounts go together."""

from __future__ import annotations

from dashboard.sections import comparisons
from dashboard.state.store import Snapshot


def found(data: Snapshot, name: str) -> comparisons.Comparison:
    (one,) = comparisons.with_any(data, [name])
    return one


def test_the_gravest_come_first(data: Snapshot) -> None:
    verdicts = [one.verdict for one in comparisons.all_of(data)]
    assert verdicts == sorted(verdicts, key=comparisons.ORDER.index)
    assert {one.id for one in comparisons.disagreements(data)} >= {"hives-letter", "first-mite"}


def test_accounts_of_one_quantity_have_a_scale(data: Snapshot) -> None:
    one = found(data, "hives-report")
    assert (one.title, one.verdict, one.drawn, one.apart) == (
        "Hives before winter · Ash Valley · 2021",
        "doubt",
        True,
        "15% apart",
    )
    assert one.reasons == (("doubt", "About 4,600 is far above 4,000."),)


def test_accounts_nothing_is_said_of_agree(data: Snapshot) -> None:
    one = found(data, "losses-letter")
    assert (one.verdict, one.reasons) == ("", ())


def test_datings_stand_side_by_side(data: Snapshot) -> None:
    one = found(data, "first-mite-report")
    assert (one.title, one.href, one.drawn) == ("The first mite is found", "/events/first-mite", False)
    assert one.ids == ("first-mite-letter", "first-mite-report")


def test_a_number_alone_is_compared_with_nothing(data: Snapshot) -> None:
    assert comparisons.with_any(data, ["founders-1888"]) == []

"""A column put together of pieces is what it would be of one."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.files import texts
from validation.files.texts import Column, Kind

TEXTS = st.sampled_from(["", "1", "01", "name", "é", "None", "nan"])


def column(pieces: list[list[str]], kind: Kind = "category", header: str = "name") -> pd.Series:
    made = Column(kind)
    for piece in pieces:
        cells = pd.Series([header, *piece], dtype="str").mask(lambda cells: cells.eq(""))
        made.add(cells.astype(made.kind))
    return pd.Series(made.cells())


@given(st.lists(st.lists(TEXTS, max_size=5), min_size=1, max_size=4), st.sampled_from(["str", "category"]))
def test_pieces_come_to_the_whole(pieces: list[list[str]], kind: Kind) -> None:
    found = column(pieces, kind)
    assert found.dtype == kind
    assert found.astype("str").fillna("").tolist() == [cell for piece in pieces for cell in piece]
    assert found.index.tolist() == list(range(len(found)))


@given(st.lists(st.lists(TEXTS, max_size=5), min_size=1, max_size=4))
def test_a_category_is_the_text_of_a_cell(pieces: list[list[str]]) -> None:
    known = column(pieces).cat.categories.tolist()
    assert len(known) == len({*known})
    assert {*known} == {cell for piece in pieces for cell in piece if cell}


def test_texts_of_which_most_are_distinct_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MANY", 4)
    assert column([["a", "b", "c", ""], ["d"]]).dtype == "str"
    assert column([["a", "b", "c", ""], ["d"]]).fillna("").tolist() == ["a", "b", "c", "", "d"]
    assert column([["a", "a", "b", ""], ["d"]]).dtype == "category"
    assert column([["a", "b", "c"], ["d"]]).dtype == "category", "so few tell nothing"
    made = Column("category")
    for piece in (["name", "a", "b", "c", "d"], ["name", "e", "e"]):  # the second was begun to be read before
        made.add(pd.Series(piece, dtype="category"))
    assert "".join(made.cells()) == "abcdee"
    late = column([["a", "a", "a", "b"], ["c", "d", "e", "f"], ["g"]])
    assert (late.dtype, "".join(late)) == ("str", "aaabcdefg")

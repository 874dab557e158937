"""The columns of a table as they are put together, piece by piece: each distinct text once, where texts repeat."""

from __future__ import annotations

from typing import Literal

import pandas as pd
from pandas.api.types import union_categoricals

Kind = Literal["str", "category"]

MANY = 10_000
"""A piece of so many rows shows whether a column's texts repeat themselves."""


class Column:
    """A column whose pieces are added in their order: pandas' categories, or text where most cells are distinct.

    pandas sorts its categories: of a million distinct texts that takes twice as long as to read them.
    """

    def __init__(self, kind: Kind) -> None:
        self.kind: Kind = kind
        """As what pandas is to read the next piece."""
        self._pieces: list[pd.Series] = []

    def add(self, piece: pd.Series) -> None:
        """Takes in the cells of a piece, read as `kind` is or was before; its first row is a word, which is no cell."""
        if self.kind == "str":
            self._pieces.append(piece.iloc[1:].astype("str"))
            return
        cells = _below_first(piece)
        self._pieces.append(cells)
        if len(cells) >= MANY and len(cells.cat.categories) > len(cells) / 2:
            self.kind = "str"
            self._pieces = [one.astype("str") for one in self._pieces]

    def cells(self) -> pd.Series | pd.Categorical:
        """All that were added; they are let go here."""
        pieces, self._pieces = self._pieces, []
        if not pieces:
            return pd.Series(dtype="str").astype(self.kind)
        if len(pieces) == 1:
            return pieces[0].reset_index(drop=True)
        return pd.concat(pieces, ignore_index=True) if self.kind == "str" else union_categoricals(pieces)


def _below_first(cells: pd.Series) -> pd.Series:
    """The cells below the first, whose word is a category no longer unless it is a cell's, too."""
    codes, categories = cells.cat.codes.to_numpy(), cells.cat.categories
    word, codes = codes[0], codes[1:]
    if (codes != word).all():
        codes, categories = codes - (codes > word), categories.delete(word)
    return pd.Series(pd.Categorical.from_codes(codes, categories=categories, validate=False))

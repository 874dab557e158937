"""Citations as CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.downloads import csl
from dashboard.downloads.citations import Citation


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024-04-24", {"date-parts": [[2024, 4, 24]]}),
        ("2022-03", {"date-parts": [[2022, 3]]}),
        ("2023/2024", {"date-parts": [[2023], [2024]]}),
        ("2022~", {"date-parts": [[2022]], "circa": True}),
        ("192X", {"literal": "1920s"}),
    ],
)
def test_dates(date: str, said: dict[str, Any]) -> None:
    assert csl.items([Citation("x", "document", "T", issued=date)])[0]["issued"] == said


def test_an_item_holds_what_is_known_alone() -> None:
    full = Citation(
        "x", "reference", "T", (("Office",), ("Berg", "Ann")), url="https://a.example", accessed="2024-05-31"
    )
    assert csl.items([full, Citation("y", "collection", "U", version="1 (data 0)")]) == [
        {
            "id": "x",
            "type": "dataset",
            "title": "T",
            "author": [{"literal": "Office"}, {"family": "Berg", "given": "Ann"}],
            "accessed": {"date-parts": [[2024, 5, 31]]},
            "URL": "https://a.example",
        },
        {"id": "y", "type": "dataset", "title": "U", "version": "1 (data 0)"},
    ]

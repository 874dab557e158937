"""Decisions and undos at random leave a folder as it was, to the byte; 1,000 of them where THOROUGH is set."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests import unread
from tests.unread import SOURCE
from validation.editing.changes import Change
from validation.editing.composing import composed
from validation.editing.desk import Desk, Refused
from validation.model import coverage
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import ways

TIMES = 1000 if os.environ.get("THOROUGH") else 100

# What makes a file another than the one that would be written anew, and leaves it readable.
ODD = (b"honey,Honey", b'honey,"Honey"')


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    datasets, seeds = unread.write(tmp_path)
    table = datasets / "indicators.csv"
    table.write_bytes(table.read_bytes().replace(*ODD).removesuffix(b"\n"))
    return Desk(datasets, seeds)


def files(desk: Desk) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in desk.datasets.iterdir()}


def change(desk: Desk, dice: random.Random) -> Change:
    """What somebody may decide of a numeral, or of some words: a row, another in its place, none."""
    marks = coverage.marks(desk.register, desk.register.documents[SOURCE])
    mark = dice.choice(marks)
    found: list[Draft] = [*ways(desk.register, SOURCE, mark.start, mark.end + dice.choice([0, 0, 0, 3])).values()]
    draft = dice.choice(found)
    if draft.stands and dice.random() < 0.3:
        return Change(removed=(draft.stands,))
    names = {"indicator_id": dice.choice(["", "Honey", "Wasps"]), "event_id": dice.choice(["", "A day", "First mite"])}
    return composed(desk.register, draft, {name: text for name, text in names.items() if text})


@pytest.mark.long
def test_all_that_was_decided_is_taken_back(desk: Desk) -> None:
    dice, before, done, refused = random.Random(7), files(desk), 0, 0
    for _ in range(TIMES):
        now = files(desk)
        if dice.random() < 0.4:
            done -= desk.undo() is not None
            continue
        try:
            desk.decide("decided", change(desk, dice))
            done += 1
        except Refused:
            refused += 1
            assert files(desk) == now
    assert done > 0
    assert refused > 0
    for _ in range(done):
        assert desk.undo() is not None
    assert desk.undo() is None
    assert files(desk) == before

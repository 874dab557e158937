"""The bees, of whose letter nothing is recorded, and its drafts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dashboard.sections.editing import places
from dashboard.sections.editing.places import Place
from dashboard.state.store import Snapshot, load
from tests import unread
from tests.unread import SOURCE
from validation.model.drafting.draft import Draft
from validation.model.drafting.drafts import ways

Found = tuple[Place, Mapping[str, Draft]]


@pytest.fixture(scope="session")
def bees(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*unread.write(tmp_path_factory.mktemp("unread")), draft=True)


@pytest.fixture
def at(bees: Snapshot) -> Callable[..., Found]:
    """The place of some words of the letter, and what they may be."""

    def found(words: str, data: Snapshot = bees) -> Found:
        start = data.register.documents[SOURCE].body.index(words)
        place = places.find(data.register, SOURCE, f"{start}-{start + len(words)}")
        return place, ways(data.register, SOURCE, place.start, place.end)

    return found

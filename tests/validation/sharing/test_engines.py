"""Several processes of one machine."""

from __future__ import annotations

from multiprocessing import active_children

import pytest

from tests.validation.sharing.conftest import Archive
from validation.sharing import engines
from validation.sharing.engines import Failed, pool


def test_they_come_to_what_one_comes_to_though_one_dies(archive: Archive) -> None:
    killed = []

    def kill(done: int, count: int) -> None:
        if not killed:
            killed.append(active_children()[0])
            killed[0].kill()

    assert archive.read(pool(2), tell=kill) == archive.read()
    assert killed[0].exitcode is not None


def test_where_all_die_it_says_so(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "DEATHS", 1)

    def kill(done: int, count: int) -> None:
        for one in active_children():
            one.kill()

    with pytest.raises(Failed, match="workers died 1 times: is there enough memory for 2"):
        archive.read(pool(2), tell=kill)


def test_there_is_a_processor():
    assert engines.processors() >= 1

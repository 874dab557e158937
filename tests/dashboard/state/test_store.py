"""Snapshots keep what is made of them; the store hands out the current one, and follows the files."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from threading import Barrier, Event, Thread

import pytest

from dashboard.state import store
from dashboard.state.store import Kept, Snapshot, Store, looks, open_store
from dashboard.web.bodies import Body
from tests import collection, registers
from validation.files import documents
from validation.model import coverage
from validation.model.register import Register
from validation.sharing import engines
from validation.sharing.examining import Examined
from validation.sharing.work import Task

made: list[tuple[str, int]] = []


def double(data: Snapshot, number: int) -> int:
    made.append((data.problem, number))
    return 2 * number


def quadruple(data: Snapshot, number: int) -> int:
    return 2 * data.once(double, number)


def test_things_are_made_once_for_each_snapshot_and_argument() -> None:
    made.clear()
    register = Register({}, {})
    first, second = Snapshot(register, "one"), Snapshot(register, "two")
    assert [data.once(double, n) for data in (first, second) for n in (1, 2, 1)] == [2, 4, 2, 2, 4, 2]
    assert made == [("one", 1), ("one", 2), ("two", 1), ("two", 2)]


def test_what_is_made_may_rest_on_what_is_made() -> None:
    assert Snapshot(Register({}, {})).once(quadruple, 3) == 12


def slow(data: Snapshot, begun: Event, ended: Event) -> bool:
    begun.set()
    return ended.wait(20)


def test_while_one_thing_is_made_others_can_be() -> None:
    data, begun, ended = Snapshot(Register({}, {})), Event(), Event()
    waiting = Thread(target=data.once, args=(slow, begun, ended), daemon=True)
    waiting.start()
    assert begun.wait(20)
    other = Thread(target=data.once, args=(double, 4), daemon=True)
    other.start()
    other.join(5)
    assert not other.is_alive()
    ended.set()
    waiting.join(20)
    assert data.once(slow, begun, ended)


def test_a_snapshot_has_the_version_and_the_title_of_its_register(data: Snapshot) -> None:
    assert (data.version, data.title) == (data.register.version, "Bees of the Ash Valley")
    assert Snapshot(registers.described(data.register, {})).title == "Stated numbers"


def test_a_snapshot_is_reported_on_once(data: Snapshot) -> None:
    assert data.report is data.report


def body(letter: str, size: int = 1) -> Callable[[], Body]:
    return lambda: Body(letter.encode() * size, "x.html")


def test_the_last_things_are_kept_up_to_a_size() -> None:
    kept, asked = Kept(10), []

    def get(letter: str, size: int) -> bytes:
        return kept.get(letter, lambda: asked.append(letter) or body(letter, size)()).data

    for letter, size in [("a", 4), ("b", 4), ("a", 4), ("c", 4), ("a", 4), ("b", 4), ("d", 99), ("d", 99), ("a", 4)]:
        assert get(letter, size) == letter.encode() * size
    assert "".join(asked) == "abcbdda"


def test_who_asks_for_what_is_being_made_waits_for_it() -> None:
    kept, asked, ready = Kept(100), [], Barrier(8)

    def make() -> Body:
        asked.append(time.sleep(0.05))
        return body("a")()

    def ask() -> None:
        ready.wait()
        kept.get("a", make)

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(asked) == 1


def test_what_could_not_be_made_is_tried_again() -> None:
    kept = Kept(100)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: body("a", 1 // 0)())
    assert kept.get("a", body("a")).data == b"a"


def test_a_store_without_files_hands_out_what_it_loaded(data: Snapshot) -> None:
    held = Store(lambda: data)
    held.refresh()
    assert held.current() is data


@pytest.fixture
def bees(tmp_path: Path) -> tuple[Path, Path]:
    return collection.write(tmp_path)


@pytest.fixture
def followed(bees: tuple[Path, Path]) -> Store:
    return open_store(*bees)


def look(followed: Store, times: int = 2) -> Snapshot:
    """A file is read when a second look finds it as the first did."""
    for _ in range(times):
        followed.refresh()
    return followed.current()


def write(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_saved_table_is_read_once_it_is_left_alone(bees: tuple[Path, Path], followed: Store) -> None:
    before = followed.current()
    write(bees[0] / "indicators.csv", "Honey yield", "Honey of the year")
    assert look(followed, 1) is before
    after = look(followed, 1)
    assert after.register.indicators["honey"].name == "Honey of the year"
    assert (followed.of(before.stamp), followed.of(after.stamp)) == (before, after)
    assert followed.of("nothing") is None


def test_a_document_that_is_put_there_or_taken_away_is_seen(bees: tuple[Path, Path], followed: Store) -> None:
    before, document = followed.current(), bees[1] / "letter.txt"
    text = document.read_bytes()
    document.unlink()
    without = look(followed)
    assert (without.version, without.stamp == before.stamp) == (before.version, False)
    assert set(before.register.documents) - set(without.register.documents) == {"letter-on-bees"}
    document.write_bytes(text)
    assert look(followed).stamp == before.stamp


def test_another_title_makes_other_pages(bees: tuple[Path, Path], followed: Store) -> None:
    before = followed.current()
    write(bees[0] / "datapackage.json", "Bees of the Ash Valley", "Bees")
    assert look(followed).title == "Bees"
    assert followed.current().stamp != before.stamp


def test_files_written_as_they_were_change_nothing(bees: tuple[Path, Path], followed: Store) -> None:
    before = followed.current()
    for file in bees[0].iterdir():
        os.utime(file)
    assert look(followed) is before


def test_what_does_not_validate_leaves_the_last_good_data_with_the_problem(
    bees: tuple[Path, Path], followed: Store
) -> None:
    good, table = followed.current(), bees[0] / "observations.csv"
    write(table, "12.5%,12.5", "12.5%,15.2")
    kept = look(followed)
    assert kept.register is good.register
    assert (kept.stamp == good.stamp, kept.state == good.state) == (True, False)
    assert "observations.csv" in kept.problem
    assert kept.refused is not None
    assert not kept.refused.valid
    assert kept.report.valid
    write(table, "12.5%,15.2", "12.5%,12.5")
    assert (look(followed).problem, followed.current().state) == ("", good.state)


def test_other_errors_behind_the_first_are_told_too(bees: tuple[Path, Path], followed: Store) -> None:
    write(bees[0] / "observations.csv", "12.5%,12.5", "12.5%,15.2")
    write(bees[0] / "observations.csv", "96 tonnes,96", "96 tonnes,69")
    first = look(followed)
    write(bees[0] / "observations.csv", "96 tonnes,69", "96 tonnes,96")
    assert look(followed).state != first.state


def test_bad_saves_leave_the_figures_of_open_pages(bees: tuple[Path, Path], followed: Store) -> None:
    good = followed.current()
    for value in ("15.2", "15.3", "15.4"):
        text = (bees[0] / "observations.csv").read_text(encoding="utf-8")
        (bees[0] / "observations.csv").write_text(re.sub(r"12\.5%,1[0-9.]+", f"12.5%,{value}", text), encoding="utf-8")
        assert look(followed).problem
        assert followed.of(good.stamp) is not None


@pytest.mark.parametrize("name", [".observations.csv.swp", "observations.csv~", "x.tmp"])
def test_what_an_editor_keeps_for_itself_is_nothing_new(bees: tuple[Path, Path], name: str) -> None:
    before = looks(*bees)
    (bees[0] / name).write_text("x")
    assert looks(*bees) == before


@pytest.mark.parametrize(
    "spoil", [Path.unlink, lambda file: file.write_bytes(b"\xff\xfe\x00"), lambda file: file.write_text("")]
)
def test_a_table_that_can_not_be_read_is_a_problem(
    bees: tuple[Path, Path], followed: Store, spoil: Callable[[Path], object]
) -> None:
    good = followed.current()
    spoil(bees[0] / "observations.csv")
    assert look(followed).register is good.register
    assert "observations.csv" in followed.current().problem


def test_whatever_goes_wrong_while_reading_readers_keep_what_they_have(
    bees: tuple[Path, Path], followed: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    good = followed.current()
    monkeypatch.setattr(store.register, "tables", lambda *_: 1 / 0)
    (bees[0] / "new.csv").write_text("")
    assert look(followed).problem == "they could not be read (ZeroDivisionError)"
    assert followed.current().register is good.register
    assert "ZeroDivisionError" in caplog.text


def test_what_is_written_while_it_is_read_is_read_again(
    bees: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    followed, read = open_store(*bees), store.register.tables
    before, table = followed.current(), bees[0] / "indicators.csv"

    def slowly(datasets: Path) -> Register:
        found = read(datasets)
        write(table, "Honey of the year", "Honey of both years")
        return found

    write(table, "Honey yield", "Honey of the year")
    monkeypatch.setattr(store.register, "tables", slowly)
    assert look(followed) is before
    monkeypatch.setattr(store.register, "tables", read)
    assert look(followed).register.indicators["honey"].name == "Honey of both years"


@pytest.mark.long
def test_where_there_is_much_to_read_other_processes_read_it(
    bees: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    documents._kept.cache_clear()  # or their numerals may have been read by others
    with monkeypatch.context() as much:
        much.setattr(engines, "PAYS", 1)
        much.setattr(engines, "processors", lambda: 2)
        data = store.load(*bees)
    names = [source.id for source in data.register.sources.values()]
    found = data.report, [coverage.of(data.register, name) for name in names]
    assert [one for one in data.register.documents.values() if "numerals" in vars(one)] == []
    alone = store.load(*bees)
    assert found == (alone.report, [coverage.of(alone.register, name) for name in names])


def test_where_they_fail_the_rules_are_asked_here(
    bees: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(pool: engines.Pool, tasks: Sequence[Task]) -> Generator[Examined]:
        raise engines.Failed("workers died")

    monkeypatch.setattr(engines, "PAYS", 1)
    monkeypatch.setattr(engines, "processors", lambda: 2)
    monkeypatch.setattr(engines.Pool, "work", failing)
    assert store.load(*bees).report.valid
    assert "workers died" in caplog.text


def test_a_draft_is_followed_whatever_it_holds(bees: tuple[Path, Path]) -> None:
    followed = open_store(*bees, draft=True)
    write(bees[0] / "observations.csv", "12.5%,12.5", "12.5%,15.2")
    assert look(followed).report.summary["errors"]
    assert followed.current().problem == ""


def test_a_watched_store_follows_by_itself(bees: tuple[Path, Path], followed: Store) -> None:
    ready: list[str] = []
    ended = followed.watch(lambda: ready.append(followed.current().register.indicators["honey"].name))
    write(bees[0] / "indicators.csv", "Honey yield", "Honey of the year")
    end = time.monotonic() + 20
    while len(ready) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    ended.set()
    assert ready == ["Honey yield", "Honey of the year"]


def test_a_folder_that_is_not_there_looks_like_one_without_files(tmp_path: Path) -> None:
    assert looks(tmp_path / "nowhere", None, tmp_path) == ()
    (tmp_path / "dangling").symlink_to("nowhere")
    assert looks(tmp_path) == ("dangling",)

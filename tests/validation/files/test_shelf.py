"""Documents are put into the seeds folder whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from validation.files import shelf


def test_what_is_done_with_files_keeps_them(tmp_path: Path) -> None:
    with shelf.written({tmp_path / "a": b"1", tmp_path / "b": b"2"}):
        assert (tmp_path / "b").read_bytes() == b"2"
    assert (tmp_path / "a").read_bytes() == b"1"


@pytest.mark.parametrize("reason", [OSError, KeyboardInterrupt])
def test_what_fails_leaves_all_as_it_was(tmp_path: Path, reason: type[BaseException]) -> None:
    (tmp_path / "a").write_bytes(b"0")
    with pytest.raises(reason), shelf.written({tmp_path / "a": b"1", tmp_path / "b": b"2"}):
        raise reason
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"0")]


def test_what_can_t_be_written_leaves_all_as_it_was(tmp_path: Path) -> None:
    with (
        pytest.raises(OSError, match="no-such"),
        shelf.written({tmp_path / "a": b"1", tmp_path / "no-such" / "b": b"2"}),
    ):
        pytest.fail("half of it was written")
    assert list(tmp_path.iterdir()) == []


def test_what_is_written_over_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert shelf.kept(path, b"1") == {}
    path.write_bytes(b"1")
    assert shelf.kept(path, b"1") == {}
    assert shelf.kept(path, b"2") == {tmp_path / f"a.{shelf.sha256(b'1')[:8]}.txt": b"1"}

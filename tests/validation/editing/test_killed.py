"""A program that is killed while it writes leaves whole files, and the next one goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import unread
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.editing.desk import Desk
from validation.files.edits import write
from validation.model.drafting.drafts import drafts
from validation.model.register import load

pytestmark = pytest.mark.long

ROOT = Path(__file__).parents[3]

# Accepts the first draft, each piece of a file taking a while.
SLOW = """
import sys, time
from pathlib import Path
from validation.editing.changes import Change
from validation.editing.desk import Desk
from validation.model.drafting.drafts import drafts

def slowly(path, data):
    print(path.name, flush=True)
    with path.open("wb") as file:
        for start in range(0, len(data), 20):
            file.write(data[start : start + 20])
            file.flush()
            time.sleep(0.05)

desk = Desk(Path(sys.argv[1]), Path(sys.argv[2]))
first = next(one for one in drafts(desk.register, sys.argv[3]) if one.text == sys.argv[4])
Path.write_bytes = slowly
desk.decide(first.text, Change(first.rows))
print("written", flush=True)
"""

# Writes a file over and over.
WRITING = """
import sys
from pathlib import Path
from validation.files.edits import write

for letter in b"ab" * 60:
    write(Path(sys.argv[1]), bytes([letter]) * 300_000)
"""


@pytest.mark.parametrize(("numeral", "pieces"), [("4,600", 1), ("4,600", 6), ("1979", 1), ("1979", 2)])
def test_every_table_is_as_it_was_or_as_it_was_to_be(tmp_path: Path, numeral: str, pieces: int) -> None:
    """An event and its date are two tables: the second may be killed, too."""
    datasets, seeds = unread.write(tmp_path)
    register = load(datasets, seeds)
    first = next(one for one in drafts(register, SOURCE) if one.text == numeral)
    after = changed(register, Change(first.rows))
    command = [sys.executable, "-c", SLOW, str(datasets), str(seeds), SOURCE, numeral]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(pieces if numeral == "1979" else 1):
            assert process.stdout.readline().startswith(".")
        time.sleep(0.05 * pieces)
        process.kill()
        assert process.stdout.read() == ""
    assert len(list(datasets.glob(".*.csv.*"))) == 1, "it was killed while it wrote"
    for name, table in register.tables.items():
        assert (datasets / table.file).read_bytes() in (table.data, after.tables[name].data)
    desk = Desk(datasets, seeds)
    assert list(datasets.glob(".*")) == []
    again = next(one for one in drafts(desk.register, SOURCE) if one.text == numeral)
    now = desk.decide(numeral, Change(again.rows))
    assert numeral not in [one.text for one in drafts(now, SOURCE)]


def test_many_readers_never_see_half_a_table(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    versions = [bytes([letter]) * 300_000 for letter in b"ab"]
    write(path, versions[0])
    with subprocess.Popen([sys.executable, "-c", WRITING, str(path)], cwd=ROOT) as process:
        while process.poll() is None:
            assert path.read_bytes() in versions

"""`draft`: what it prints can be read, pasted and parsed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests import collection, edits
from validation.commands.main import main
from validation.commands.program import UNABLE, VALID
from validation.files.schemas import TABLES


@pytest.fixture
def unread(tmp_path: Path) -> list[str]:
    """The bees with nothing recorded of their documents, as options of a command."""
    datasets, seeds = collection.write(tmp_path)
    for table in ("observations", "mentions", "exclusions", "events", "checks", "conflicts", "errata", "derivations"):
        with edits.rows_of(datasets, table) as rows:
            rows.clear()
    return ["--datasets", str(datasets), "--seeds", str(seeds)]


def test_each_numeral_says_where_it_is_and_why(unread: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "letter-on-bees", *unread]) == VALID
    said = capsys.readouterr().out
    assert said.startswith("letter-on-bees: 6 drafts, ")
    assert "letter-on-bees:3: Around 4,600 hives stood" in said
    assert "  4,600: recorded, " in said
    assert "qualifier=about" in said


def test_rows_can_be_pasted(unread: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--format", "csv", *unread]) == VALID
    for part in capsys.readouterr().out.split("# ")[1:]:
        head, _, rows = part.partition("\n")
        read = list(csv.reader(io.StringIO(rows.strip())))
        assert tuple(read[0]) == TABLES[head.removesuffix(".csv")].columns
        assert all(len(row) == len(read[0]) for row in read)


def test_programs_read_it(unread: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "--format", "json", *unread]) == VALID
    said = json.loads(capsys.readouterr().out)
    assert set(said["drafts"]) == {"honey-year", "letter-on-bees"}
    first = said["drafts"]["letter-on-bees"][0]
    assert (first["text"], first["kind"], first["rows"][-1]["table"]) == ("4,600", "recorded", "observations")


def test_where_all_is_accounted_for_there_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datasets, seeds = map(str, collection.write(tmp_path))
    assert main(["draft", "--datasets", datasets, "--seeds", seeds]) == VALID
    assert capsys.readouterr().out == "honey-year: 0 drafts\n\nletter-on-bees: 0 drafts\n"


def test_a_document_that_is_not_here_is_told(unread: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draft", "wasps", *unread]) == UNABLE
    assert "there is no document wasps" in capsys.readouterr().err

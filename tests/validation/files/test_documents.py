"""Documents: read where they are there, and what differs from sources.csv is said."""

from __future__ import annotations

import hashlib

import pandas as pd
import pytest

from validation.files import documents

TEXT = "Café: 12 boats, 3 docks.\nReaders write: 7."


@pytest.fixture
def seeds(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


def sources(**cells) -> pd.DataFrame:
    """One document's row, as the register has it."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    row = {"source_id": "a", "kind": "document", "file": "a.txt", "sha256": sha256, "characters": len(TEXT)}
    rows = pd.DataFrame([row | {"body_end": TEXT.index("\n"), "language": "en"} | cells])
    return rows.astype({"characters": "Int64", "body_end": "Int64"})


def load(seeds, **cells):
    found, faults = documents.load(seeds, sources(**cells))
    return found.get("a"), [(fault.rule, fault.row, fault.field, fault.message) for fault in faults]


def test_a_document_is_read_as_it_is(seeds):
    document, faults = load(seeds)
    assert document.unchanged
    assert (document.text, document.body) == (TEXT, "Café: 12 boats, 3 docks.")
    assert faults == []


@pytest.mark.parametrize("body_end", [None, len(TEXT)])
def test_a_document_that_names_no_end_is_the_article_to_its_end(seeds, body_end):
    (seeds / "a.txt").write_text(TEXT + " More.", encoding="utf-8", newline="")
    document, _ = load(seeds, body_end=body_end)
    assert document.body == TEXT + " More."


def test_form_feeds_part_its_pages(seeds):
    (seeds / "a.txt").write_text("one\n\ftwo\n\f\n\ffour", encoding="utf-8", newline="")
    document, _ = load(seeds, body_end=None)
    assert [document.page(offset) for offset in (0, 3, 4, 5, 9, 11, 12, 99)] == [1, 1, 1, 2, 2, 3, 4, 4]
    assert document.locator(5) == "p. 2"


def test_a_document_without_form_feeds_has_no_pages(seeds):
    document, _ = load(seeds)
    assert (document.page(5), document.locator(5)) == (0, "")


def test_what_is_not_there_is_no_fault(tmp_path, seeds):
    assert load(tmp_path / "none") == (None, [])
    assert load(None) == (None, [])
    assert load(seeds, file="x" * 500) == (None, [])
    assert load(seeds, kind="reference") == (None, [])
    assert load(seeds, file=None) == (None, [])


@pytest.mark.parametrize("file", ["../a.txt", "/a.txt", "b\\a.txt", "..", "c:a.txt", "a\0"])
def test_only_a_bare_name_is_looked_for(seeds, file):
    document, ((rule, row, field, message),) = load(seeds, file=file)
    assert document is None
    assert (rule, row, field) == ("document/name", 0, "file")
    assert message.startswith("file must be a name in the seeds folder")


def test_a_link_out_of_the_folder_and_a_folder_are_no_documents(seeds, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "a.txt"
    outside.write_text(TEXT)
    (seeds / "link.txt").symlink_to(outside)
    (seeds / "folder").mkdir()
    for name in ("link.txt", "folder"):
        document, ((rule, *_),) = load(seeds, file=name)
        assert document is None
        assert rule == "document/name"


def test_other_bytes_are_told_from_no_text(seeds):
    (seeds / "a.txt").write_bytes("Café".encode("latin-1"))
    assert load(seeds)[1] == [("document/encoding", 0, "file", "a.txt must be UTF-8 text, but a byte of it is not")]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"sha256": "0" * 64}, ("document/checksum", "sha256", 'that of a.txt, {sha256}, not "0000000000000...')),
        ({"sha256": None}, ("document/checksum", "sha256", "that of a.txt, {sha256}, not empty")),
        ({"characters": 5}, ("document/length", "characters", "42, the length of a.txt, not 5")),
        ({"body_end": 43}, ("document/body", "body_end", "at most 42, the length of a.txt, not 43")),
    ],
)
def test_what_the_table_says_and_the_document_does_not_is_told(seeds, cells, fault):
    document, ((rule, _, field, message),) = load(seeds, **cells)
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    assert (rule, field, message) == (*fault[:2], f"{field} must be {fault[2].format(sha256=sha256)}")
    assert document.unchanged is ("sha256" not in cells)


def test_of_documents_with_one_id_the_first_counts_and_one_without_is_none(seeds):
    rows = pd.concat([sources(), sources(file="b.txt"), sources(source_id=None)], ignore_index=True)
    (seeds / "b.txt").write_text("Another.")
    found, faults = documents.load(seeds, rows)
    assert {name: document.file for name, document in found.items()} == {"a": "a.txt"}
    assert {fault.row for fault in faults} == {1}


def test_a_text_that_is_as_it_was_is_the_same_document_and_its_numerals_are_not_read_again(seeds):
    first, _ = load(seeds)
    again, _ = load(seeds)
    assert again is first
    (seeds / "a.txt").write_text(TEXT + " More.", encoding="utf-8", newline="")
    edited, _ = load(seeds)
    assert edited is not first
    assert not edited.unchanged

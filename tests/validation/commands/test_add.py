"""Files of every kind become documents: valid rows, originals beside them, editions told, nothing half done."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from tests import collection
from tests.edits import findings, rows_of, set_cell
from tests.papers import Words, docx, paragraph, pdf
from validation.commands.main import main
from validation.files import shelf
from validation.model.register import load

DATASETS, SEEDS = Path("datasets"), Path("seeds")
STYLE = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The Honey Trade</w:t></w:r></w:p>'
DOCX = docx(STYLE + paragraph("Exports rose to 12 tonnes."))
PDF = pdf([Words("Hives of the North", size=20), Words("It had 12 hives", y=650)], [Words("and 13 meadows")])
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bees in Town</title><meta name="author" content="Ann Lee">
<link rel="canonical" href="https://bees.example/town"></head><body><h1>Bees in Town</h1>
<p>Some 40 keepers have hives on roofs, and 5 of them sell honey.</p></body></html>"""


@pytest.fixture(autouse=True)
def _here(bees: Path) -> None:
    """Every test runs in a folder with the collection."""


def put(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return name


def row_of(source_id: str) -> dict[str, str]:
    with (DATASETS / "sources.csv").open(encoding="utf-8", newline="") as file:
        return next(row for row in csv.DictReader(file) if row["source_id"] == source_id)


def known() -> dict[str, bytes]:
    """Everything in both folders."""
    return {str(path): path.read_bytes() for folder in (DATASETS, SEEDS) for path in folder.iterdir()}


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> list[str]:
    assert main(["add", *words]) == code
    return capsys.readouterr().out.splitlines()


def wrong(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The line on standard error of a command that changes nothing."""
    before = known()
    assert main(["add", *words]) == 2
    assert known() == before
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    return line.removeprefix("python -m validation add: ").rstrip("\n")


def test_every_kind_becomes_a_document_with_a_valid_row(capsys):
    files = [
        put("trade.docx", DOCX),
        put("north.pdf", PDF),
        put("town.html", PAGE),
        put("note.md", "# On *Wax*\n\n7 kg."),
    ]
    said = told(capsys, *files, put("plain.txt", "Of Mead\n\nIt had 9%.\n"))
    ids = ["the-honey-trade", "hives-of-the-north", "bees-in-town", "on-wax", "of-mead"]
    assert said[-1] == f"next: python -m validation draft {' '.join(ids)}"
    assert {finding.rule for finding in findings(DATASETS, SEEDS, require_seeds=True)} == {"coverage/unaccounted"}
    register = load(DATASETS, SEEDS)
    assert all(register.has_text(name) for name in ids)
    assert [source.id for source in register.sources.values()] == sorted([*ids, *collection.TEXTS])
    for name, suffix in zip(ids, ("docx", "pdf", "html", "md", ""), strict=True):
        source = register.sources[name]
        assert source.file == f"{name}.txt"
        assert source.original == (f"{name}.{suffix}" if suffix else "")
        if suffix:
            assert shelf.sha256((SEEDS / source.original).read_bytes()) == source.original_sha256
            assert source.converted_by.startswith("stated-numbers ")


def test_what_a_page_says_of_itself_stands_in_its_row_and_no_more(capsys):
    told(capsys, put("town.html", PAGE))
    row = row_of("bees-in-town")
    said = {"title": "Bees in Town", "short_name": "Bees in Town", "author": "Ann Lee", "author_kind": "person"}
    said |= {"url": "https://bees.example/town", "language": "en", "inferred": "author_kind", "kind": "document"}
    assert {name: row[name] for name in said} == said
    assert not any(row[name] for name in ("published", "publisher", "accessed", "license", "body_end", "note"))


def test_plain_text_is_the_document_itself(capsys):
    text = "Of Mead\n\nIt had 9%.\n"
    said = told(capsys, put("mead.txt", text))
    assert (SEEDS / "of-mead.txt").read_text() == text
    row = row_of("of-mead")
    assert (row["original"], row["original_sha256"], row["converted_by"]) == ("", "", "")
    assert "original" not in "".join(said)


def test_another_encoding_is_told_and_its_original_kept(capsys):
    data = "Über Honig\r\n\r\nEs waren 9 % für München.\r\n".encode("latin-1")
    said = told(capsys, put("honig.txt", data), "--language", "de")
    assert any("read as cp1252" in line for line in said)
    row = row_of("uber-honig")
    assert (row["language"], row["original"]) == ("de", "uber-honig.original.txt")
    assert (SEEDS / row["original"]).read_bytes() == data
    assert (SEEDS / row["file"]).read_text() == data.decode("latin-1").replace("\r\n", "\n")


def test_a_title_that_nobody_knows_is_the_file_s_name(capsys):
    said = told(capsys, put("honey_2023-report.txt", "It had 12 hives, and more than it had before.\n"))
    row = row_of("honey-2023-report")
    assert (row["title"], row["inferred"]) == ("honey 2023 report", "title")
    assert any("guessed, look at them: title; change them in stated-numbers serve --edit" in line for line in said)
    assert any("its language is not known" in line for line in said)


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ('<meta name="author" content="Lee, A., Chen, B.">', "author"),
        (f'<meta property="og:title" content="{"B" + chr(0x0435) + "es"}">', "title"),
        ('<meta property="og:title" content="=1+1\n two">', ""),
        (f'<meta property="og:site_name" content="{"x" * 5000}">', "publisher"),
        ('<meta property="article:published_time" content="2024-02-31">', "published"),
        ('<link rel="canonical" href="https:///">', "url"),
    ],
)
@pytest.mark.long
def test_what_would_break_a_rule_is_left_out_and_told(capsys, head, column):
    said = told(capsys, put("town.html", f"<html lang=en><head>{head}</head><h1>Roofs</h1><p>40 keepers</p></html>"))
    assert {finding.rule for finding in findings(DATASETS, SEEDS)} == {"coverage/unaccounted"}
    if column not in ("", "published"):
        assert any(line.startswith(f"  {column} left out") for line in said)


@pytest.mark.long
def test_titles_and_ids_are_told_apart(capsys):
    put("seeds/notes-4.txt", "somebody's own")
    for number in range(3):
        told(
            capsys,
            put(f"{number}.txt", f"Notes\n\nIt had {number + 5} hives in {number + 20} places.\nAnd {number} more.\n"),
        )
    rows = [row_of(name) for name in ("notes", "notes-2", "notes-3")]
    assert [row["short_name"] for row in rows] == ["Notes", "Notes (2)", "Notes (3)"]
    told(capsys, put("4.txt", "Notes\n\nQuite other words about 77 of them.\n"))
    assert row_of("notes-5")
    assert Path("seeds/notes-4.txt").read_text() == "somebody's own"


def test_an_id_may_be_given(capsys):
    told(capsys, put("a.txt", "Bees\n\n12 hives\n"), "--id", "bees-of-2023")
    assert (SEEDS / "bees-of-2023.txt").is_file()
    assert "must be like annual-report" in wrong(capsys, "a.txt", "--id", "Bees 2023")
    assert "--id is for one file" in wrong(capsys, "a.txt", "a.txt", "--id", "bees")
    assert "must be like en or pt-BR" in wrong(capsys, "a.txt", "--language", "English")


@pytest.mark.long
def test_what_lies_in_the_seeds_folder_keeps_its_name(capsys):
    put("seeds/Report 1.pdf", PDF)
    told(capsys, "seeds/Report 1.pdf", put("seeds/Note 1.txt", "Of Wax\n\n5 kg\n"))
    assert (row_of("hives-of-the-north")["original"], row_of("of-wax")["file"]) == ("Report 1.pdf", "Note 1.txt")
    assert {path.name for path in SEEDS.iterdir()} == {
        *("letter.txt", "report.txt", "Report 1.pdf", "Note 1.txt", "hives-of-the-north.txt")
    }


@pytest.mark.parametrize("again", ["town.html", "copy.html", "seeds/bees-in-town.txt", "seeds/bees-in-town.html"])
@pytest.mark.long
def test_the_same_file_twice_is_told(capsys, again):
    told(capsys, put("town.html", PAGE))
    put("copy.html", PAGE)
    before = known()
    assert told(capsys, again) == [f"{again}: it is bees-in-town already; nothing is written"]
    assert known() == before


@pytest.mark.long
def test_what_is_asked_of_a_document_that_is_there_is_not_dropped_in_silence(capsys):
    told(capsys, put("town.html", PAGE))
    before = known()
    about = 'in stated-numbers serve --edit, on the document\'s page "About the document"'
    assert told(capsys, "town.html", "--language", "de")[1:] == [
        f"  --language de is not written, its language is en; change it {about}"
    ]
    assert told(capsys, "seeds/bees-in-town.txt", "--id", "bees")[1:] == [
        f"  --id bees is not written, a document keeps its id; change its short name {about}"
    ]
    assert len(told(capsys, "seeds/bees-in-town.txt", "--id", "bees-in-town", "--language", "en")) == 1
    assert known() == before


def test_several_guesses_are_parted_by_commas(capsys):
    said = told(capsys, put("a.txt", "Of Mead\n\n12 March 2024\n\nIt had 9%.\n"))
    assert any("look at them: title, published; change them in" in line for line in said)


def test_a_document_that_is_not_here_is_put_back(capsys):
    (SEEDS / "letter.txt").unlink()
    said = told(capsys, put("a-letter.txt", collection.LETTER))
    assert said[0] == f"a-letter.txt: replaces letter-on-bees: seeds/letter.txt, {len(collection.LETTER)} characters"
    assert findings(DATASETS, SEEDS, require_seeds=True) == []


def test_an_edition_replaces_and_keeps_what_was_there(capsys):
    text = collection.LETTER.replace("Around 4,600", "Spring was late. Around 4,600")
    said = told(capsys, put("letter.txt", text))
    assert said[0].startswith("letter.txt: replaces letter-on-bees: seeds/letter.txt, ")
    (kept,) = [path for path in SEEDS.iterdir() if path.name not in ("letter.txt", "report.txt")]
    assert kept.read_text() == collection.LETTER
    assert f"  what was there is kept as {kept}" in said
    assert any(line.startswith("  observations.csv:") and ": start " in line for line in said)
    assert findings(DATASETS, SEEDS, require_seeds=True) == []


def test_passages_that_an_edition_lost_are_said(capsys):
    text = collection.LETTER.replace("4,600", "6,400")
    said = told(capsys, put("new.txt", text), "--id", "letter-on-bees", code=1)
    assert any("quote must say what letter.txt says" in line for line in said)


@pytest.mark.long
def test_a_page_is_known_by_its_address(capsys):
    told(capsys, put("town.html", PAGE))
    old = (SEEDS / "bees-in-town.html").read_bytes()
    said = told(capsys, put("saved.html", PAGE.replace("40 keepers", "40 good keepers")))
    assert said[0].startswith("saved.html: replaces bees-in-town")
    assert "40 good keepers" in (SEEDS / "bees-in-town.txt").read_text()
    row = row_of("bees-in-town")
    assert row["original_sha256"] == shelf.sha256((SEEDS / "bees-in-town.html").read_bytes())
    assert old in [path.read_bytes() for path in SEEDS.glob("bees-in-town.*.html")]
    assert sum("kept as" in line for line in said) == 2


@pytest.mark.long
def test_pages_move_with_their_passages(capsys):
    told(capsys, put("north.pdf", PDF))
    text = (SEEDS / "hives-of-the-north.txt").read_text()
    with rows_of(DATASETS, "observations") as rows:
        row = next(row for row in rows if row["observation_id"] == "meadows-report")
        start = text.index("13 meadows")
        row |= {"source_id": "hives-of-the-north", "start": str(start), "end": str(start + 10), "quote": "13 meadows"}
        row |= {"printed": "13", "value": "13", "qualifier": "exact", "locator": "p. 2"}
    assert "evidence" not in {finding.rule.partition("/")[0] for finding in findings(DATASETS, SEEDS)}
    new = pdf([Words("Hives of the North", size=20)], [Words("It had 12 hives", y=650)], [Words("and 13 meadows")])
    said = told(capsys, put("hives-of-the-north.pdf", new))
    assert any("locator p. 2 -> p. 3" in line for line in said)


@pytest.mark.long
def test_the_title_and_the_lines_of_another_are_asked_about(capsys):
    lines = "\n".join(f"Line {number} of it." for number in range(9))
    told(capsys, put("a.txt", f"The Year\n\n{lines}\n"))
    assert wrong(capsys, put("b.txt", f"The Year\n\n{lines}\nAnd 12 more.\n")) == (
        "b.txt: it has the title and most lines of the-year; "
        "add it with --id the-year as a new edition, or with an id of its own"
    )
    told(capsys, "b.txt", "--id", "the-other-year")
    assert row_of("the-other-year")["short_name"] == "The Year (2)"


def test_a_reference_has_no_text(capsys):
    set_cell(DATASETS, "sources", "letter-on-bees", "kind", "reference")
    said = wrong(capsys, put("a.txt", "Bees\n\n12 hives\n"), "--id", "letter-on-bees")
    assert said == "a.txt: letter-on-bees is a reference, which has no text; name another --id"


@pytest.mark.long
def test_what_can_t_be_added_is_a_line_and_the_others_are(capsys):
    os.mkfifo("pipe")
    Path("folder").mkdir()
    bad = [
        put("empty.txt", ""),
        put("cut.pdf", PDF[:400]),
        put("a.png", b"\x89PNG\r\n\x1a\n\0\0"),
        "folder",
        "no.txt",
        "pipe",
    ]
    assert main(["add", bad[0], put("mead.txt", "Of Mead\n\n9%\n"), *bad[1:]]) == 2
    said = capsys.readouterr()
    assert said.out.startswith("mead.txt: added as of-mead: ")
    lines = said.err.splitlines()
    assert [line.split(": ")[1] for line in lines] == bad
    assert all(line.count("; ") == 1 for line in lines)
    assert {path.name for path in SEEDS.iterdir()} == {"letter.txt", "report.txt", "of-mead.txt"}


@pytest.mark.long
def test_nothing_is_left_behind_where_the_table_can_t_be_written(capsys, monkeypatch):
    replace = os.replace

    def refusing(draft: Path, target: Path) -> None:
        if target.name == "sources.csv":
            raise PermissionError(13, "Permission denied")
        replace(draft, target)

    monkeypatch.setattr(os, "replace", refusing)
    assert wrong(capsys, put("town.html", PAGE)).startswith(
        "town.html: datasets/sources.csv can't be written: Permission"
    )
    assert wrong(capsys, put("letter.txt", collection.LETTER + "More.\n")).startswith(
        "letter.txt: datasets/sources.csv"
    )


def test_a_table_that_can_t_be_read_is_told(capsys):
    (DATASETS / "sources.csv").write_text("source_id;kind\n")
    assert "datasets/sources.csv source_id must be a column" in wrong(capsys, put("a.txt", "Bees\n\n12\n"))


@pytest.mark.parametrize("missing", ["datasets", "seeds"])
def test_a_folder_that_is_not_here_is_asked_for(capsys, missing):
    put("a.txt", "Bees\n\n12\n")
    Path(missing).rename("elsewhere")
    assert main(["add", "a.txt"]) == 2
    assert "there are no folders datasets and seeds here; begin with new FOLDER" in capsys.readouterr().err
    assert main(["add", "a.txt", f"--{missing}", "elsewhere"]) == 0


def test_rows_are_put_in_byte_for_byte(capsys):
    before = (DATASETS / "sources.csv").read_bytes()
    told(capsys, put("a.txt", "Keeping Bees\n\n12 hives\n"))
    after = (DATASETS / "sources.csv").read_bytes().splitlines(keepends=True)
    assert b"".join(line for line in after if not line.startswith(b"keeping-bees,")) == before

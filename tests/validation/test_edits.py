"""One edit of a valid collection at a time, and the finding it must give: file, line, rule and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import collection
from tests.edits import findings, rewrite, rows_of, set_cell
from tests.long import one_in
from validation.files.schemas import TABLES


@pytest.fixture
def bees(tmp_path: Path) -> tuple[Path, Path]:
    """The tests' own collection, to edit."""
    return collection.write(tmp_path)


def test_an_unedited_collection_has_no_findings(bees):
    assert findings(*bees, require_seeds=True) == []


# table, key of the row, column, new cell, rule, words of the message
CELLS = [
    ("observations", "hives-letter", "value", "", "schema/required", "value must not be empty"),
    ("observations", "hives-letter", "value", "4,600", "schema/number", 'a plain number such as 41.3, without separators, not "4,600"'),
    ("observations", "hives-letter", "value", "NaN", "schema/number", 'not "NaN"'),
    ("observations", "hives-letter", "value", "1e400", "schema/number", 'not "1e400"'),
    ("observations", "hives-letter", "value", "٤٦٠٠", "schema/number", "plain number"),
    ("observations", "hives-letter", "qualifier", "roughly", "schema/code", "qualifier must be one of exact, about, over"),
    ("observations", "hives-letter", "attribution", "Local rumours", "status/attribution", 'status must be U, as attribution says "rumours", not A'),
    ("observations", "hives-letter", "status", "X", "schema/code", "status must be one of A, E, F, U"),
    ("observations", "hives-letter", "period", "2021-13", "schema/period", "a date that exists"),
    ("observations", "hives-letter", "period", "2021-02-30", "schema/period", "a date that exists"),
    ("observations", "hives-letter", "start", "0.5", "schema/integer", "a whole number from 0"),
    ("observations", "hives-letter", "note", " x", "schema/text", "without space at its ends"),
    ("observations", "hives-letter", "observation_id", "Hives-letter", "schema/slug", "lower-case words"),
    ("sources", "honey-year", "language", "English", "schema/language", "a language tag"),
    ("sources", "honey-year", "sha256", "abc", "schema/sha256", "64 hexadecimal digits"),
    ("sources", "honey-year", "url", "honey.example", "schema/url", "an http or https address"),
    ("sources", "honey-year", "accessed", "May 2024", "schema/day", "a day such as 2024-05-31"),
    ("areas", "ash-valley", "iso_3166", "deu", "schema/country", "two capital letters"),
    ("observations", "hives-letter", "unit_id", "hive", "key/link", 'an id of units.csv, not "hive"'),
    ("mentions", "first-mite-letter", "event_id", "no-event", "key/link", "an id of events.csv"),
    ("mentions", "first-mite-report", "mention_id", "first-mite-letter", "key/unique", "is also on line"),
    ("mentions", "first-mite-letter", "mention_id", "honey-letter", "key/shared", "must not be an id of observations.csv too"),
    ("sources", "honey-year", "characters", "", "source/kind", "characters must be there for a document"),
    ("sources", "honey-year", "kind", "reference", "source/kind", "file must be empty for a reference"),
    ("sources", "honey-year", "inferred", "publishd", "source/inferred", 'not "publishd"'),
    ("sources", "letter-on-bees", "file", "report.txt", "source/file", "is another's too"),
    ("sources", "honey-year", "file", "../report.txt", "document/name", "a name in the seeds folder"),
    ("sources", "honey-year", "sha256", "0" * 64, "document/checksum", "sha256 must be that of report.txt"),
    ("sources", "honey-year", "characters", "7", "document/length", "the length of report.txt, not 7"),
    ("sources", "honey-year", "body_end", "99999", "document/body", "body_end must be at most"),
    ("observations", "markets-report", "period", "2021", "period/basis", "must be empty where period_basis is unstated"),
    ("observations", "hives-letter", "period_basis", "unstated", "period/basis", "must be empty where"),
    ("observations", "hives-letter", "period_basis", "inferred", "period/basis", "period_note must say what the period rests on"),
    ("indicators", "hives", "change_of", "honey", "indicator/change", "must be empty unless measure is change"),
    ("indicators", "honey-growth", "change_of", "honey-growth", "indicator/change", "must name a level"),
    ("units", "ha", "pint", "hectare **", "unit/pint", "an expression Pint reads"),
    ("observations", "meadow-area-letter", "unit_id", "kg", "unit/dimension", "must convert to ha"),
    ("observations", "hives-letter", "quote", "", "evidence/place", "quote must be there"),
    ("observations", "hives-letter", "locator", "page 3", "evidence/place", "locator must be empty"),
    ("observations", "hives-letter", "end", "9999", "evidence/offsets", "end must be"),
    ("observations", "hives-letter", "start", "1", "evidence/moved", "where the quote stands in letter.txt"),
    ("observations", "hives-letter", "quote", "Around 6,400 hives stood in", "evidence/number", '"Around 4,600"'),
    ("observations", "hives-letter", "quote", "Some other words of the same", "evidence/gone", "neither it nor"),
    ("observations", "hives-letter", "printed", "4600 hives", "evidence/printed", "is not in it"),
    ("observations", "hives-letter", "qualifier", "exact", "evidence/qualifier", 'must be about, as the quote says "Around"'),
    ("observations", "honey-report", "qualifier", "over", "evidence/qualifier", "must be exact"),
    ("observations", "hives-letter", "value", "6400", "printed/value", 'value must be 4600, as "4,600 hives" says, not 6400'),
    ("observations", "mite-treatment-report", "value", "66.67", "printed/value", "value must be 66.6667"),
    ("observations", "hives-letter", "unit_id", "keepers", "printed/unit", "is no word for keepers"),
    ("mentions", "first-mite-letter", "period", "1997", "printed/date", "period must hold 1979"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "key", "field", "cell", "rule", "words"), one_in(8, CELLS))
def test_an_edited_cell_is_found_at_its_line(bees, table, key, field, cell, rule, words):
    line = set_cell(bees[0], table, key, field, cell)
    found = [finding for finding in findings(*bees) if finding.rule == rule and finding.file == f"{table}.csv"]
    assert any(finding.line == line and words in finding.message for finding in found), findings(*bees)
    assert [finding for finding in findings(*bees) if not finding.hint] == []


def test_a_column_points_at_its_cell(bees):
    line = set_cell(bees[0], "observations", "hives-letter", "value", "6400")
    finding = next(finding for finding in findings(*bees) if finding.rule == "printed/value")
    text = (bees[0] / "observations.csv").read_text(encoding="utf-8").split("\n")[line - 1]
    assert text[finding.column - 1 :].startswith("6400,")


# what is done to honey_year's tables, rule, line, words
FILES = [
    (lambda d: (d / "events.csv").unlink(), "events", "file/missing", 1, "there is no such file"),
    (lambda d: (d / "events.csv").write_bytes(b""), "events", "file/empty", 1, "the file is empty"),
    (lambda d: (d / "events.csv").write_bytes(b"\xff\xfea\x00"), "events", "file/encoding", 1, "not UTF-16"),
    (lambda d: rewrite(d, "events", "event_id,", "\ufeffevent_id,"), "events", "file/encoding", 1, "byte-order mark"),
    (lambda d: rewrite(d, "events", "founded,founding", "founded\r\n,founding"), "events", "file/newlines", 2, "not CR"),
    (lambda d: (d / "units.csv").write_bytes((d / "units.csv").read_bytes() + b"\xff"), "units", "file/encoding", 12, "a byte here is not"),
    (lambda d: rewrite(d, "units", ",hectares,", ",hec\x00tares,"), "units", "cell/characters", 3, "U+0000"),
    (lambda d: rewrite(d, "units", ",hectares,", ",hec\u202etares,"), "units", "cell/characters", 3, "U+202E"),
    (lambda d: rewrite(d, "units", ",hectares,", ',hect"ares,'), "units", "table/quotes", 3, "pair its quotation marks"),
    (lambda d: rewrite(d, "units", ",hectares,", ",hectares"), "units", "table/width", 3, "5 cells, not 4"),
    (lambda d: rewrite(d, "units", ",hectares,", ",hectares,,"), "units", "table/width", 3, "5 cells, not 6"),
    (lambda d: rewrite(d, "units", ",hectares,", "," + "x" * 200_000 + ","), "units", "cell/length", 3, "at most"),
    (lambda d: rewrite(d, "units", "unit_id,name", "unit_id,title"), "units", "table/columns", 1, "name must be a column, but is missing"),
    (lambda d: rewrite(d, "units", "unit_id,name", "name,unit_id"), "units", "table/columns", 1, "columns in order"),
    (lambda d: rewrite(d, "units", "unit_id,name", "unit_id,unit_id"), "units", "table/columns", 1, "must be there once"),
    (lambda d: rewrite(d, "units", "unit_id,name,symbol,words,pint\n", "unit_id,name,symbol,words,pint\n\n"), "units", "table/width", 2, "not an empty line"),
    (lambda d: (d / "areas.csv").write_text("area_id,name,kind,part_of,iso_3166\n"), "areas", "table/empty", 1, "must have rows, for area_id of"),
    (lambda d: (d / "datapackage.json").write_text("{"), "datapackage.json", "package/metadata", 1, "must be JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "table", "rule", "line", "words"), one_in(2, FILES))
def test_a_broken_file_is_a_finding(bees, edit, table, rule, line, words):
    edit(bees[0])
    file = table if "." in table else f"{table}.csv"
    found = [finding for finding in findings(*bees) if (finding.file, finding.rule) == (file, rule)]
    assert {finding.line for finding in found} == {line}, findings(*bees)
    assert any(words in finding.message for finding in found), found
    assert [finding for finding in findings(*bees) if not finding.hint] == []


@pytest.mark.parametrize("table", one_in(4, (one for one in TABLES if one not in ("errata", "derivations", "checks"))))
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_table_that_can_not_be_read_is_all_that_is_found(bees, table, encoding):
    path = bees[0] / f"{table}.csv"
    path.write_bytes(path.read_bytes() + b"\xe9" if encoding == "latin-1" else path.read_text().encode(encoding))
    assert [(finding.file, finding.rule) for finding in findings(*bees)] == [(f"{table}.csv", "file/encoding")]


@pytest.mark.parametrize("table", one_in(4, TABLES))
def test_a_table_of_the_shipped_collection_that_has_semicolons_is_all_that_is_found(datasets, root, table):
    path = datasets / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    found = findings(datasets, root / "seeds" if (root / "seeds").is_dir() else None)
    assert found[0].message == "must have commas between its cells, not semicolons"
    assert {(finding.file, finding.rule) for finding in found} == {(f"{table}.csv", "table/columns")}


def test_what_could_not_be_read_comes_first(bees):
    set_cell(bees[0], "areas", "ash-valley", "iso_3166", "deu")
    set_cell(bees[0], "units", "euros", "name", "")
    rewrite(bees[0], "units", ",hectares,", ",hectares")
    found = [(finding.file, finding.rule) for finding in findings(*bees)]
    assert found[:2] == [("units.csv", "table/width"), ("units.csv", "schema/required")]
    assert ("areas.csv", "schema/country") in found


# table, key, column, a cell for which there is one finding, though several rules look at it
ONCE = [
    ("observations", "hives-letter", "qualifier", "roughly", "schema/code"),
    ("observations", "hives-letter", "value", "4,600", "schema/number"),
    ("observations", "mite-treatment-report", "unit_id", "percents", "key/link"),
    ("observations", "meadows-report", "unit_id", "meadowss", "key/link"),
    ("mentions", "first-mite-letter", "period", "1979-13", "schema/period"),
]


@pytest.mark.parametrize(("table", "key", "field", "cell", "rule"), ONCE)
def test_one_mistake_is_one_finding(bees, table, key, field, cell, rule):
    set_cell(bees[0], table, key, field, cell)
    assert [finding.rule for finding in findings(*bees)] == [rule]


def test_a_character_that_nobody_sees_is_pointed_at(bees):
    rewrite(bees[0], "units", ",hectares,", ',"hec,\u202etares",')
    (found,) = (finding for finding in findings(*bees) if finding.rule == "cell/characters")
    text = (bees[0] / "units.csv").read_text(encoding="utf-8").split("\n")[found.line - 1]
    assert text[found.column - 1 :].startswith('"hec')


def test_a_table_that_is_a_folder_or_leaves_the_collection_is_a_finding(bees):
    datasets = bees[0]
    (datasets / "areas.csv").rename(datasets.parent / "areas.csv")
    (datasets / "areas.csv").symlink_to(datasets.parent / "areas.csv")
    (datasets / "units.csv").unlink()
    (datasets / "units.csv").mkdir()
    found = {(finding.file, finding.rule) for finding in findings(*bees)}
    assert {("areas.csv", "file/outside"), ("units.csv", "file/kind")} <= found


def test_a_row_out_of_order_is_found_once(bees):
    with rows_of(bees[0], "units") as rows:
        rows.append(rows.pop(0))
    assert [(finding.rule, finding.line) for finding in findings(*bees)] == [("key/sorted", 11)]


def test_a_numeral_nobody_accounts_for_is_found(bees):
    with rows_of(bees[0], "exclusions") as rows:
        rows.pop()
    (finding,) = findings(*bees)
    assert finding.rule == "coverage/unaccounted"
    assert '"2021"' in finding.message


def test_an_exclusion_of_a_recorded_number_is_found(bees):
    quote = "reached about 90 tonnes in"
    start = collection.LETTER.index(quote)
    with rows_of(bees[0], "exclusions") as rows:
        cells = {"start": str(start), "end": str(start + len(quote)), "quote": quote}
        rows.insert(1, rows[1] | cells)
    assert [finding.rule for finding in findings(*bees)] == ["coverage/twice"]


def test_an_exclusion_of_nothing_is_stale(bees):
    start = collection.LETTER.index("The mite came")
    with rows_of(bees[0], "exclusions") as rows:
        rows.append(rows[1] | {"start": str(start), "end": str(start + 13), "quote": "The mite came"})
    assert [finding.rule for finding in findings(*bees)] == ["coverage/stale"]


def test_an_erratum_must_quote_its_target(bees):
    with rows_of(bees[0], "errata") as rows:
        rows.append(
            {
                "target_id": "first-mite-letter",
                "stated": "1978",
                "correct": "1977",
                "reason": "The register of mites.",
                "authority_id": "",
            }
        )
    assert [finding.rule for finding in findings(*bees)] == ["errata/stale"]


def test_without_documents_quotes_are_counted_as_unverified(bees):
    from validation.model.register import load
    from validation.reports.report import check

    report = check(load(bees[0], None))
    assert report.valid
    assert report.summary["unverified"] == len(collection.OBSERVATIONS) + len(collection.MENTIONS) + len(
        collection.EXCLUSIONS
    )


def test_required_documents_that_are_absent_are_errors(bees):
    found = findings(bees[0], None, require_seeds=True)
    assert [finding.rule for finding in found] == ["document/present", "document/present"]


def test_every_table_needs_its_key(bees):
    for name, spec in TABLES.items():
        assert set(spec.key) <= set(spec.columns), name
        assert set(spec.links) <= set(spec.columns), name

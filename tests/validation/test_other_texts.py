"""Texts of other kinds than those of the collections at hand: each is a collection of its own, validated as a whole."""

from __future__ import annotations

import csv
from operator import itemgetter
from pathlib import Path

import pytest

from tests.edits import findings
from tests.long import one_in
from tests.one_text import Row, write
from validation.commands.fix import fix_moved
from validation.findings import Finding
from validation.language.reading.seen import flat
from validation.model.register import load

DASHES = "\u2013\u2212\u2012\uff0d"
CASES = Path(__file__).parent / "language" / "cases" / "numbers.csv"


def said(folders: tuple[Path, Path]) -> list[Finding]:
    """What is found in the rows and in the document; the descriptor and what the tables lack are left out."""
    looked = ("evidence", "printed", "coverage", "document", "unit")
    return [one for one in findings(*folders, require_seeds=True) if one.rule.split("/")[0] in looked]


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", one_in(16, filter(itemgetter("value"), cases())), ids=itemgetter("printed"))
def test_each_kind_of_number_is_valid_as_a_row(tmp_path: Path, case: dict[str, str]) -> None:
    text = f"They say this: {case['text']}"
    signed = any(sign in case["printed"] for sign in ("-", "(", "minus", "negative", *DASHES))
    falls = case["value"].startswith("-") and not signed
    language = next((name for name in ("de", "fr") if f"language {name}" in case["note"]), "en")
    found = [
        one
        for code in ("exact", "about")
        for one in said(
            write(
                _made(tmp_path / code),
                text,
                [Row(flat(case["printed"]), case["value"], code, text.removesuffix("."))],
                unit=case["unit"],
                measure="change" if falls or "change" in case["note"] else "level",
                language=language,
            )
        )
        if one.file == "observations.csv"
    ]
    rules = {(one.rule, one.message) for one in found if one.rule != "evidence/qualifier"}
    assert rules == set()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_line_that_is_printed_twice_is_left_out_twice(tmp_path: Path) -> None:
    text = "Table 1: boats\nIt grew.\nTable 1: boats\n"
    folders = write(tmp_path, text, exclusions=[("Table 1", "mark"), ("Table 1", "mark")])
    assert said(folders) == []
    (folders[1] / "text.txt").write_text(f"Then. {text}", encoding="utf-8", newline="")
    fix_moved(*folders)
    assert said(folders) == []
    rows = load(*folders)["exclusions"]
    assert rows["start"].tolist() == [6, 30]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n  ", "\n\n"])
def test_a_number_over_the_end_of_a_line_is_recorded_whole(tmp_path: Path, end: str) -> None:
    text = f"It had one{end}million boats then."
    whole = write(_made(tmp_path / "whole"), text, [Row("one million", "1000000", quote=text[3:-6])])
    assert said(whole) == []
    part = write(_made(tmp_path / "part"), text, [Row("one", "1", quote=text[3:-6])])
    messages = [one.message for one in said(part) if one.rule == "evidence/whole"]
    assert messages == ['printed is a part of "one million", and must be the whole number, not "one"']


@pytest.mark.parametrize(
    ("text", "row", "unit", "rule"),
    one_in(
        6,
        [
            ("It has topped 65 million boats by now.", Row("65 million boats", "65000000", "over"), "boats", ""),
            (
                "It has topped 65 million boats by now.",
                Row("65 million boats", "65000000"),
                "boats",
                "evidence/qualifier",
            ),
            ("It had never more than 5% of it.", Row("5%", "5", "at-most"), "percent", ""),
            ("It had never more than 5% of it.", Row("5%", "5", "over"), "percent", "evidence/qualifier"),
            ("It ran over 12 months of work.", Row("12 months", "12", "over"), "months", ""),
            ("It ran over 12 months of work.", Row("12 months", "12", "exact"), "months", ""),
            ("It ran over 12 months of work.", Row("12 months", "12", "nearly"), "months", "evidence/qualifier"),
            ("Keepers counted 1.2m boats.", Row("1.2m boats", "1200000"), "boats", ""),
            ("Keepers counted 1.2m boats.", Row("1.2", "1.2"), "boats", "evidence/whole"),
            ("Keepers counted 1.2m boats.", Row("1.2m boats", "1.2"), "boats", "printed/value"),
            ("It changed by –5% then.", Row("–5%", "-5"), "percent", ""),
            ("It changed by –5% then.", Row("5%", "5"), "percent", "evidence/whole"),
            ("Net income was (194) then.", Row("(194)", "-194"), "", ""),
            ("Net income was (194) then.", Row("194", "194"), "", "evidence/whole"),
            ("A loss of $(9.8) million then.", Row("$(9.8) million", "-9800000"), "us dollars", ""),
            ("A fare costs 45 cents there.", Row("45 cents", "0.45"), "us dollars", ""),
            ("A fare costs 45 cents there.", Row("45 cents", "45"), "us dollars", "printed/value"),
            ("A fare costs 45 cents there.", Row("45", "45"), "us dollars", "evidence/whole"),
            ("A fare costs 45c there.", Row("45c", "0.45"), "us dollars", ""),
            ("A fare costs 45c there.", Row("45", "45"), "us dollars", "evidence/whole"),
            ("There are 3,137      1 boats.", Row("1", "1"), "boats", ""),
            ("It rose 1.2\u00a0boats a day.", Row("1.2 boats", "1.2"), "boats", ""),
            ("It has five thou\u00adsand boats.", Row("five thousand boats", "5000"), "boats", ""),
            ("It has ﬁfty boats in it.", Row("fifty boats", "50"), "boats", ""),
            ("Es waren 1.000 Boote.", Row("1.000", "1000"), "", ""),
            ("It owns 40 boats\r\ncame.", Row("40", "40", quote="40 boats"), "boats", ""),
            ("It went from 3 to 5 million boats.", Row("3", "3000000"), "", ""),
            ("It went from 3 to 5 million boats.", Row("3", "3"), "", ""),
            ("It went from 3 to 5 million boats.", Row("3", "3000"), "", "printed/value"),
            ("It has half-a-million boats.", Row("half-a-million boats", "500000"), "boats", ""),
            ("It has half-a-dozen boats.", Row("half-a-dozen boats", "6"), "boats", ""),
            ("It is one-quarter of 1 percent.", Row("one-quarter of 1 percent", "0.25"), "percent", ""),
            ("It is one-quarter of 1 percent.", Row("1 percent", "1"), "percent", "evidence/whole"),
            ("Rates went to a quarter point.", Row("a quarter point", "0.25"), "point", ""),
            ("It took Rs 5,600/- crore.", Row("Rs 5,600/- crore", "56000000000"), "rupees", ""),
            ("It took Rs 5,600/- crore.", Row("Rs 5,600", "5600"), "rupees", "evidence/whole"),
            ("It took two quarters of work.", Row("two", "2"), "", ""),
            ("It cost $500-mn then.", Row("$500-mn", "500000000"), "us dollars", ""),
            ("It cost $500-mn then.", Row("$500", "500"), "us dollars", "evidence/whole"),
            ("One-in-four boats came.", Row("four", "4"), "boats", "evidence/whole"),
            ("Es waren 3 Trillionen Boote.", Row("3", "3"), "", "evidence/whole"),
            ("A row over 40 boats came.", Row("40 boats", "40"), "boats", ""),
            ("It crossed 3 rivers then.", Row("3 rivers", "3"), "rivers", ""),
            ("It crossed 3 rivers then.", Row("3 rivers", "3", "over"), "rivers", ""),
            ("Several hundred boats came.", Row("hundred", "100"), "boats", "evidence/whole"),
        ],
    ),
)
def test_rows_of_other_texts(tmp_path: Path, text: str, row: Row, unit: str, rule: str) -> None:
    language = "de" if text.startswith("Es ") else "en"
    found = said(write(tmp_path, text, [row._replace(quote=text[:-1])], unit=unit, language=language))
    rules = {one.rule for one in found if one.file == "observations.csv"}
    assert rules - {"printed/value", "printed/number"} == {rule} - {"", "printed/value"}
    assert rule in rules if rule else not rules


@pytest.mark.parametrize(
    ("text", "value", "said_value"),
    [
        ("Shares plunged 13 percent then.", "13", 'value must be -13, as the quote says "plunged", not 13'),
        ("Shares plunged 13 percent then.", "-13", ""),
        ("Shares rose 13 percent then.", "-13", 'value must be 13, as "13 percent" says, not -13'),
        ("Shares rose 13 percent then.", "13", ""),
        ("Shares are 13 percent lower than then.", "13", 'value must be -13, as the quote says "lower", not 13'),
        ("Shares fell 3 percent in May and 13 percent then.", "-13", ""),
        ("It was down by 13 percent then.", "13", 'value must be -13, as the quote says "down", not 13'),
    ],
)
def test_a_change_has_the_sign_that_the_words_say(tmp_path: Path, text: str, value: str, said_value: str) -> None:
    row = Row("13 percent", value, quote=text[:-1])
    found = said(write(tmp_path, text, [row], unit="percent", measure="change"))
    assert [one.message for one in found if one.file == "observations.csv"] == ([said_value] if said_value else [])


def test_a_level_that_fell_is_what_is_printed(tmp_path: Path) -> None:
    row = Row("13 percent", "13", quote="Shares lost 13 percent of")
    assert said(write(tmp_path, "Shares lost 13 percent of all.", [row], unit="percent")) == []


@pytest.mark.parametrize(("reason", "rules"), [("vague", set()), ("idiom", {"coverage/vague"})])
def test_a_vague_count_is_left_out_as_vague(tmp_path: Path, reason: str, rules: set[str]) -> None:
    folders = write(tmp_path, "Several hundred boats came.", exclusions=[("Several hundred", reason)])
    assert {one.rule for one in said(folders)} == rules


def test_what_has_no_value_is_told_with_its_reason(tmp_path: Path) -> None:
    (found,) = said(write(tmp_path, "See IFRS 16 on boats."))
    assert found.rule == "coverage/unaccounted"
    assert "probably with the reason name" in found.hint


def test_a_document_in_another_language_is_said_once(tmp_path: Path) -> None:
    rows = [Row("2,84 Millionen", "2840000", "over", "über 2,84 Millionen Boote")]
    text = "Es waren über 2,84 Millionen Boote."
    (found,) = said(write(tmp_path, text, rows, unit="", language="de"))
    assert (found.rule, found.level, found.file) == ("document/language", "warning", "sources.csv")
    assert "read in digits only" in found.message


def test_a_unit_may_be_so_many_of_another(tmp_path: Path) -> None:
    row = Row("45 cents", "45", quote="costs 45 cents there")
    folders = write(tmp_path, "A fare costs 45 cents there.", [row], unit="cents", pint="unit-of-account / 100")
    with (folders[0] / "units.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("unit-of-account,dollars,$,$,\n")
    assert [one for one in said(folders) if one.file in ("units.csv", "observations.csv")] == []

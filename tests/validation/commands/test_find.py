"""`find`: where a phrase stands, and a row that only wants its ids."""

from __future__ import annotations

import csv
import time

import pytest

from tests import collection
from validation.commands.main import main
from validation.files.schemas import OBSERVATIONS

LETTER = "letter-on-bees"


def test_it_gives_offsets_quote_and_a_row_to_paste(bees, capsys):
    assert main(["find", LETTER, "about 90 tonnes"]) == 0
    place, quote, row = capsys.readouterr().out.strip().split("\n")
    cells = dict(zip(OBSERVATIONS.columns, next(csv.reader([row])), strict=True))
    text = collection.LETTER[int(cells["start"]) : int(cells["end"])]
    assert text == cells["quote"] == quote.removeprefix("quote: ")
    assert "about 90 tonnes" in text
    assert place == f"letter-on-bees: start {cells['start']}, end {cells['end']}"
    assert (cells["value"], cells["qualifier"], cells["printed"]) == ("90", "about", "90")


@pytest.mark.parametrize(
    ("text", "phrase", "quote"),
    [
        ("Up to then. Over 5 bees. Over them all", "5 bees", "Over 5 bees"),
        ("It rose 3.5% to over 5 bees by 31.12. Then", "5 bees", "3.5% to over 5 bees by 31.12"),
        ("One two three four 5.5 six seven eight nine", "5", "two three four 5.5 six seven eight"),
        ("Up to $73.15 billion!", "15 billion", "Up to $73.15 billion"),
    ],
)
def test_a_quote_has_three_whole_words_on_each_side_within_its_sentence(bees, capsys, text, phrase, quote):
    (bees / "seeds" / "letter.txt").write_text(text, encoding="utf-8", newline="")
    assert main(["find", LETTER, phrase]) == 0
    assert capsys.readouterr().out.splitlines()[1] == f"quote: {quote}"


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("-3.5%", [LETTER, "-3.5%"]),
        ("-3.5%", ["--seeds", "seeds", LETTER, "-3.5%", "--datasets", "datasets"]),
        ("-$90 million", [LETTER, "-$90 million"]),
        ("- and so on", [LETTER, "- and so on"]),
        ("-half", ["--", LETTER, "-half"]),
        ("--seeds", [LETTER, "--", "--seeds"]),
    ],
)
def test_a_phrase_may_begin_with_a_minus(bees, capsys, phrase, words):
    text = collection.LETTER.replace("about 90 tonnes", f"about {phrase} then")
    (bees / "seeds" / "letter.txt").write_text(text, encoding="utf-8", newline="")
    assert main(["find", *words]) == 0
    assert f"about {phrase} then" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "phrase", "printed", "value"),
    [
        (
            "It costs between $26.5 billion and $29 billion now",
            "$26.5",
            "between $26.5 billion and $29 billion",
            "26500000000",
        ),
        ("It had one\r\n  million bees in it", "one million", "one million", "1000000"),
        ("It had five thou\u00adsand bees in it", "thousand", "five thousand", "5000"),
        ("It fell by 1/4 to 1/2 percent there", "1/4", "1/4 to 1/2 percent", "-0.5"),
        ("It had several hundred bees in it", "hundred", "several hundred", ""),
    ],
)
def test_a_row_has_the_whole_number(bees, capsys, text, phrase, printed, value):
    (bees / "seeds" / "letter.txt").write_text(text, encoding="utf-8", newline="")
    assert main(["find", LETTER, phrase]) == 0
    *_, quote, row = capsys.readouterr().out.splitlines()
    cells = dict(zip(OBSERVATIONS.columns, next(csv.reader([row])), strict=True))
    assert (cells["printed"], cells["value"]) == (printed, value)
    assert cells["quote"] == quote.removeprefix("quote: ") == " ".join(text.replace("\u00ad", "").split())
    assert (cells["start"], cells["end"]) == ("0", str(len(text)))


def test_a_phrase_in_a_long_text_is_found_at_once(bees, capsys):
    text = "There stood some hives in a valley. " * 30_000 + "Then 5 bees came."
    (bees / "seeds" / "letter.txt").write_text(text, encoding="utf-8", newline="")
    started = time.process_time()
    assert main(["find", LETTER, "5 bees"]) == 0
    assert "quote: Then 5 bees came" in capsys.readouterr().out
    assert time.process_time() - started < 10


def test_every_place_is_shown_and_a_quote_that_stands_twice_is_told(bees, capsys):
    (bees / "seeds" / "letter.txt").write_text("Over 5 bees.\n\nOver 5 bees.\n", encoding="utf-8", newline="")
    assert main(["find", LETTER, "5 bees"]) == 0
    first, _, _, second, _, _ = capsys.readouterr().out.splitlines()
    assert first == "letter-on-bees: start 0, end 11  (stands more than once: quote more words)"
    assert second.startswith("letter-on-bees: start 14, end 25  (")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["honey-year", "no such words"], "'no such words' is not in report.txt; mind its quotation marks and spaces"),
        (["honey", "hives"], "there is no source honey; documents here: honey-year, letter-on-bees"),
        (["honey-year"], "SOURCE_ID and a PHRASE in quotation marks must be there, not 'honey-year'"),
        (["honey-year", ""], "must be there, not 'honey-year' ''"),
        (["honey-year", "almost", "4,000"], "must be there, not 'honey-year' 'almost' '4,000'"),
        ([], "must be there, not nothing at all"),
    ],
)
def test_what_is_not_found_exits_2_with_a_line(bees, capsys, words, said):
    assert main(["find", *words]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith("python -m validation find: ")
    assert said in printed
    assert printed.count("\n") == 1


def test_a_document_that_is_not_here_is_told_from_one_that_is_none(bees, capsys):
    (bees / "seeds" / "letter.txt").unlink()
    assert main(["find", LETTER, "hives"]) == 2
    assert "the document of letter-on-bees is not in the seeds folder; documents here: honey-year" in (
        capsys.readouterr().err
    )

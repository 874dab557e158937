"""Numerals that nobody accounts for, and exclusions that nobody needs."""

from __future__ import annotations

from tests import collection
from tests.edits import rows_of
from tests.validation.rules.asking import Folders, add, change, faults, said
from validation.findings import Passage
from validation.rules.coverage import exclusions_are_needed, numerals_are_accounted_for


def excluded(bees: Folders, quote: str) -> dict[str, str]:
    start = collection.LETTER.index(quote)
    place = {"start": str(start), "end": str(start + len(quote)), "quote": quote}
    add(bees, "exclusions", {"source_id": "letter-on-bees", "reason": "idiom"} | place)
    return place


def test_a_numeral_that_nobody_accounts_for_is_found_in_its_document(bees):
    with rows_of(bees[0], "exclusions") as rows:
        rows[:] = [row for row in rows if row["source_id"] != "letter-on-bees"]
    (fault,) = faults(numerals_are_accounted_for, bees)
    start = collection.LETTER.index("2021")
    assert (fault.table, fault.row, fault.passage) == ("sources", 1, Passage("letter-on-bees", start, start + 4))
    assert fault.message.startswith(f'every numeral must be accounted for, but "2021" at {start} is not: ')
    assert "reached about 90 tonnes in 2021. Up to" in fault.message
    assert "python -m validation find letter-on-bees 2021 gives" in fault.hint


def test_a_hint_can_be_pasted(bees):
    path = bees[1] / "letter.txt"
    path.write_text(path.read_text(encoding="utf-8") + "It costs $1.00.\n", encoding="utf-8")
    length, sha256 = _edition(path.read_bytes())
    change(bees, "sources", "letter-on-bees", characters=length, body_end=length, sha256=sha256)
    (fault,) = faults(numerals_are_accounted_for, bees)
    assert "find letter-on-bees '$1.00' gives" in fault.hint


def _edition(data: bytes) -> tuple[str, str]:
    import hashlib

    return str(len(data.decode())), hashlib.sha256(data).hexdigest()


def test_an_exclusion_of_what_is_recorded_is_one_too_many(bees):
    place = excluded(bees, "reached about 90 tonnes in")
    (fault,) = faults(exclusions_are_needed, bees)
    assert (fault.rule, fault.row, fault.value) == ("coverage/twice", 2, place["quote"])
    assert fault.message.endswith('not both: "90" is in honey-letter too')


def test_an_exclusion_of_an_events_date_is_too(bees):
    excluded(bees, "mite came in 1979")
    assert said(exclusions_are_needed, bees)[0].endswith('"1979" is in first-mite-letter too')


def test_an_exclusion_covers_a_numeral(bees):
    excluded(bees, "The mite came")
    assert said(exclusions_are_needed, bees) == [
        'an exclusion must cover a numeral, but there is none in "The mite came"'
    ]


def test_the_offsets_of_a_changed_document_prove_nothing(bees):
    excluded(bees, "The mite came")
    path = bees[1] / "letter.txt"
    path.write_text("7 " + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert said(exclusions_are_needed, bees) == said(numerals_are_accounted_for, bees) == []

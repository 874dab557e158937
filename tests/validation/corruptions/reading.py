"""Numbers that are misread: pieces of them, falls taken for rises, bounds for plain numbers, vague counts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from tests.validation.corruptions.collected import Collection, Row
from tests.validation.corruptions.edits import Corruption, Files, added, cells_edit, of_cells, of_row, text_edit

# A quote, a piece of its number, and what the piece alone would be worth.
PIECES = (
    ("Keepers counted 1.2m of them", "1.2", "1.2"),
    ("a change of –5% in May", "5%", "5"),
    ("nearly 10⁶ cells in it", "10", "10"),
    ("a gap of 3 1/2 inches", "3", "3"),
    ("it costs $5-10m more", "$5", "5"),
    ("a crowd of 40-50,000 came", "50,000", "50000"),
    ("some 3.5 × 10^5 cells", "3.5", "3.5"),
    ("it has 12,34,567 voters", "34,567", "34567"),
    ("it has 1'234'567 voters", "567", "567"),
    ("it has 25\u202f000 voters", "25", "25"),
    ("a million and a half people", "a million", "1000000"),
    ("growth of two point five per cent", "two", "2"),
    ("one in five hives failed", "five", "5"),
    ("a rate of 12.3 per 100,000 people", "100,000", "100000"),
    ("a loss of $(9.8) million then", "9.8", "9.8"),
    ("it is 5 ft 2 in tall", "5 ft", "5"),
    ("the order is worth 30 MUSD", "30", "30"),
)
# What no reader of the words takes for this qualifier.
BOUNDS = (
    ("there were never more than {} of them", "over"),
    ("it has topped {} by now", "exact"),
    ("for those of {} and above", "exact"),
    ("not as many as {} came", "at-most"),
    ("it added up to {} in all", "at-most"),
    ("there are >= {} of them", "over"),
)
FALLS = ("it plunged {} in a year", "it was down {} then", "a drop of {} followed", "it shed {} of that")


def generate(collection: Collection) -> Iterator[Corruption]:
    """What can be misread in a text."""
    english = {row.key for row in collection.rows("sources") if row["language"].startswith("en")}
    stated = [row for row in collection.rows("observations") if row["source_id"] in english]
    rows = collection.some(stated, len(PIECES), "misread")
    for number, (quote, piece, value) in enumerate(PIECES):
        row = rows[number % len(rows)]
        yield of_cells(f"piece-{number}", row, "evidence/whole", quote=quote, printed=piece, value=value)
    for number, (quote, code) in enumerate(BOUNDS):
        row = rows[number % len(rows)]
        cells = {"quote": quote.format("4,000"), "printed": "4,000", "value": "4000", "qualifier": code}
        yield of_cells(f"bound-{number}", row, "evidence/qualifier", **cells)
    changes = {row.key for row in collection.rows("indicators") if row["measure"] == "change"}
    rises = [row for row in stated if row["indicator_id"] in changes]
    for number, quote in enumerate(FALLS if rises else ()):
        row = rises[number % len(rises)]
        cells = {"quote": quote.format("12.5%"), "printed": "12.5%", "value": "12.5", "qualifier": "exact"}
        yield of_cells(f"fall-{number}", row, "printed/value", **cells)
    for source in [row for row in collection.sources("document") if row["body_end"] in ("", row["characters"])][:1]:
        yield _vague(collection, source)
    for source in collection.sources("document")[:2]:
        yield of_row("in-another-language", source, "document/language", cells_edit(source, language="de"))


def _vague(collection: Collection, source: Row) -> Corruption:
    """A vague count that a document has at its end, left out for a reason that is none."""
    start, quote = int(source["characters"]) + 2, "Several hundred came"
    cells = {"source_id": source.key, "start": str(start), "end": str(start + len(quote)), "quote": quote}
    cells |= {"reason": "idiom", "note": "Not counted."}
    line, exclude = added(collection, "exclusions", cells, lambda row: (row["source_id"], int(row["start"])))
    path = f"seeds/{source['file']}"

    def edit(files: Files) -> None:
        text_edit(path, lambda text: f"{text}\n\n{quote}, they say.")(files)
        data = files[path]
        assert isinstance(data, bytes)
        sha256, length = hashlib.sha256(data).hexdigest(), str(len(data.decode("utf-8")))
        cells_edit(source, sha256=sha256, characters=length, body_end="")(files)
        exclude(files)

    return Corruption(f"exclusions-vague-{source.key}", "exclusions.csv", line, "coverage/vague", edit, documents=True)

"""How long reading takes in processor time: a megabyte of prose, one full of numbers, and what a row states."""

from __future__ import annotations

import random
import time

from tests.benchmarks.runs import ROOT
from validation.files import passages
from validation.files.documents import Document
from validation.language import numerals, printed, qualifiers

MEGABYTE = 1_000_000
ROWS = 2000
FORMS = ("{:,}", "{}", "${:,}m", "{}.5%", "about {:,} people", "{:,} km", "{} million", "over {:,}", "-{}", "({})")
BETWEEN = ("and", "of the", "in", "rose to", "was")


def measure() -> None:
    """Prints a line for each kind of text, with its aim."""
    prose = prose_of_the_documents()
    if prose:
        _print("prose, the documents repeated", prose, 0.9)
    _print("60 numerals a kB", full_of_numbers(), 6)
    _print_rows()


def prose_of_the_documents() -> str:
    """A megabyte of the documents that are here, or nothing."""
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    return (text * (MEGABYTE // len(text) + 1))[:MEGABYTE] if text else ""


def full_of_numbers() -> str:
    """A megabyte with some 60 numerals a kB, no two alike."""
    dice = random.Random(1)
    words: list[str] = []
    length = 0
    while length < MEGABYTE:
        words += dice.choice(FORMS).format(dice.randrange(1, 1_000_000)), dice.choice(BETWEEN)
        length += len(words[-1]) + len(words[-2]) + 2
    return " ".join(words)[:MEGABYTE]


def _print(name: str, text: str, aim: float) -> None:
    numerals.read(text[:1000])
    started = time.process_time()
    found = numerals.read(text)
    seconds = time.process_time() - started
    dense = f"{len(found) * 1000 / len(text):.0f} numerals a kB"
    print(f"{'1 MB of ' + name:48}{seconds:9.2f} s of processor time, {dense}   under {aim} s", flush=True)


def _print_rows() -> None:
    """What is asked of each row beside its document's own reading: where it stands, what it says, how it is meant."""
    quotes = [f"valley {number} kept about {number:,} hives above it" for number in range(1000, 1000 + ROWS)]
    text = "\n\n".join(f"In the {quote}, and nobody has counted them since." for quote in quotes)
    document = Document("a", "a.txt", text, len(text), "", unchanged=True)
    rows = [(text.index(quote), quote, f"{number:,} hives") for number, quote in enumerate(quotes, 1000)]
    _ask(document, *rows[0])
    started = time.process_time()
    for row in rows[1:]:
        _ask(document, *row)
    milliseconds = (time.process_time() - started) * 1000 / ROWS
    print(f"{'a row, beside the reading of its document':48}{milliseconds:9.2f} ms of processor time   under 0.2 ms")


def _ask(document: Document, start: int, quote: str, stated: str) -> None:
    passages.outcome(document, start, start + len(quote), quote, stated)
    passages.number_at(document, start, quote, stated)
    around = document.text[max(0, start - 64) : start + len(quote) + 64]
    qualifiers.readings(around, stated, document.language)
    printed.read(stated, document.language, ("hives",))
    printed.read(stated, document.language)

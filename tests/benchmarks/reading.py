"""How long reading takes: ordinary prose, and a text full of numbers, in processor time for each megabyte."""

from __future__ import annotations

import random
import time

from tests.benchmarks.runs import ROOT
from validation.language import numerals

MEGABYTE = 1_000_000
FORMS = ("{:,}", "{}", "${:,}m", "{}.5%", "about {:,} people", "{:,} km", "{} million", "over {:,}", "-{}", "({})")
BETWEEN = ("and", "of the", "in", "rose to", "was")


def measure() -> None:
    """Prints a line for each kind of text, with its aim."""
    prose = prose_of_the_documents()
    if prose:
        _print("prose, the documents repeated", prose, 1.5)
    _print("60 numerals a kB", full_of_numbers(), 6)


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

"""Large registers made up for benchmarks: many rows alone, or a collection to browse, with its documents.

Run as a program it writes an archive: many documents of prose, with the register of their numbers.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path

from tests.benchmarks.archive import QUALIFIERS, describe, made_up, write_archive
from tests.collection import write_table
from validation.files.schemas import TABLES

INDICATORS = 200
AREAS = 5000
SOURCES = 1000


def write(folder: Path, observations: int, *, bad: float = 0.0) -> Path:
    """A register of so many observations in `folder`; a share `bad` of its rows breaks a rule."""
    folder.mkdir(parents=True)
    for name, rows in _small_tables().items():
        write_table(folder / f"{name}.csv", TABLES[name].columns, rows)
    dice = random.Random(1)
    with (folder / "observations.csv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(TABLES["observations"].columns) + "\n")
        file.writelines(_line(dice, number, broken=dice.random() < bad) for number in range(observations))
    describe(folder, "synthetic", "Synthetic")
    return folder


def write_collection(
    folder: Path, *, numbers: int = 10_000, charts: int = 300, documents: int = 100
) -> tuple[Path, Path]:
    """A valid collection to browse, in `folder`: its tables and its documents, every numeral of which is recorded."""
    datasets, seeds = folder / "datasets", folder / "seeds"
    datasets.mkdir(parents=True)
    seeds.mkdir()
    dice = random.Random(1)
    stated = sorted(_stated(dice, numbers, charts, documents), key=lambda row: row["observation_id"])
    sources = [
        _document(seeds, name, [row for row in stated if row["source_id"] == name]) for name in _documents(documents)
    ]
    tables = _small_tables() | {"observations": stated, "sources": sources} | _described(charts)
    for name, rows in tables.items():
        write_table(datasets / f"{name}.csv", TABLES[name].columns, rows)
    describe(datasets, "large", "Hives of a thousand valleys")
    return datasets, seeds


def _documents(count: int) -> list[str]:
    return [f"report-{number:03d}" for number in range(count)]


def _stated(dice: random.Random, numbers: int, charts: int, documents: int) -> Iterator[dict[str, str]]:
    """The numbers: charts of many years, of many valleys, or of a few numbers; each a sentence of some document."""
    sizes = [dice.choice((3, 5, 12, 40, 100)) for _ in range(charts)]
    ends = [total * numbers // sum(sizes) for total in accumulate(sizes, initial=0)]
    shares = [end - start for start, end in pairwise(ends)]
    sources = _documents(documents)
    count = 0
    for chart, share in enumerate(shares):
        over_time = chart % 2 == 0
        for i in range(share):
            valley, year = (i // 100, 1900 + i % 100) if over_time else (i, 1990 + chart % 30)
            value = dice.randrange(1_000, 99_000)
            words, qualifier = QUALIFIERS[count % len(QUALIFIERS)]
            printed = f"{value:,} hives"
            yield {
                "observation_id": f"number-{count:05d}",
                "indicator_id": f"indicator-{chart:03d}",
                "area_id": f"area-{valley:04d}",
                "period": str(year),
                "period_basis": "inferred",
                "period_note": "The year of the survey.",
                "printed": printed,
                "value": str(value),
                "unit_id": "hives",
                "qualifier": qualifier,
                "status": "A",
                "source_id": sources[count % len(sources)],
                "quote": f"{made_up(count)} kept {words}{printed} above {made_up(count + 7)}",
            }
            count += 1


def _document(seeds: Path, name: str, rows: list[dict[str, str]]) -> dict[str, str]:
    """Writes a document with a sentence for each of its numbers, and puts their places into the rows."""
    text = f"A report on hives, {made_up(len(rows))}.\n"
    for row in rows:
        text += "\nIn the valley "
        row["start"] = str(len(text))
        text += row["quote"]
        row["end"] = str(len(text))
        text += ", as the keepers remember, and nobody has counted them since.\n"
    data = text.encode()
    (seeds / f"{name}.txt").write_bytes(data)
    about = {"source_id": name, "kind": "document", "short_name": name.capitalize(), "title": f"The {name} on hives"}
    sizes = {"file": f"{name}.txt", "sha256": sha256(data).hexdigest(), "characters": str(len(text))}
    return about | sizes | {"body_end": str(len(text)), "language": "en", "published": "2021", "confidence": "high"}


def _described(charts: int) -> dict[str, list[dict[str, str]]]:
    names = sorted(f"{number:03d}" for number in range(charts))
    shown = [
        {"chart_id": f"chart-{name}", "topic": f"Topic {int(name) % 30:02d}", "name": f"Hives of survey {name}"}
        for name in names
    ]
    indicators = [
        {
            "indicator_id": f"indicator-{name}",
            "name": f"Hives in survey {name}",
            "chart_id": f"chart-{name}",
            "measure": "count",
            "unit_id": "hives",
            "definition": "Made up.",
        }
        for name in names
    ]
    return {"charts": shown, "indicators": indicators}


def _line(dice: random.Random, number: int, *, broken: bool) -> str:
    """One observation of a document that is not here; where broken, its value is not what is printed."""
    value = dice.randrange(1, 1000) * 10 ** dice.randrange(4)
    words, qualifier = QUALIFIERS[number % len(QUALIFIERS)]
    printed = f"{value:,} hives"
    quote = f"there stood {words}{printed} in that valley"
    period = f"{1900 + number % 120}-{1 + number % 12:02d}"
    start = dice.randrange(10_000)
    cells = {
        "observation_id": f"observation-{number:07d}",
        "indicator_id": f"indicator-{number % INDICATORS:03d}",
        "area_id": f"area-{number // INDICATORS % AREAS:04d}",
        "period": period,
        "period_basis": "stated",
        "printed": f'"{printed}"' if "," in printed else printed,
        "value": str(value + 1 if broken else value),
        "unit_id": "hives",
        "qualifier": qualifier,
        "status": "A",
        "source_id": f"source-{number % SOURCES:04d}",
        "start": str(start),
        "end": str(start + len(quote)),
        "quote": f'"{quote}"' if "," in quote else quote,
    }
    return ",".join(cells.get(name, "") for name in TABLES["observations"].columns) + "\n"


def _small_tables() -> dict[str, list[dict]]:
    sha256 = "0" * 64
    document = {"kind": "document", "title": "A document", "language": "en", "sha256": sha256, "characters": "20000"}
    return {name: [] for name in TABLES if name != "observations"} | {
        "areas": [{"area_id": f"area-{n:04d}", "name": f"Area {n}", "kind": "region"} for n in range(AREAS)],
        "charts": [{"chart_id": "chart", "topic": "Topic", "name": "Chart"}],
        "indicators": [
            {
                "indicator_id": f"indicator-{n:03d}",
                "name": f"Indicator {n}",
                "chart_id": "chart",
                "measure": "count",
                "unit_id": "hives",
                "definition": "Made up.",
            }
            for n in range(INDICATORS)
        ],
        "sources": [
            document
            | {"source_id": f"source-{n:04d}", "short_name": f"Document {n}", "file": f"document-{n}.txt"}
            | {"body_end": "20000"}
            for n in range(SOURCES)
        ],
        "units": [{"unit_id": "hives", "name": "hives", "symbol": "hives", "words": "hives"}],
    }


def main() -> None:
    """Writes an archive to a folder that isn't there yet."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.synthetic", description=write_archive.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--numbers", type=int, default=10, help="of each document")
    parser.add_argument("--characters", type=int, default=10_000, help="of a document on average")
    parser.add_argument("--bad", type=float, default=0.0, help="the share of numbers whose value is wrong")
    asked = parser.parse_args()
    write_archive(asked.folder, asked.documents, numbers=asked.numbers, characters=asked.characters, bad=asked.bad)


if __name__ == "__main__":
    main()

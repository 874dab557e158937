"""Browsing a collection of 100,000 numbers: how soon the server answers, how long pages take, what memory it needs.

`python -m tests.benchmarks.browsing [FOLDER]`: with a folder the collection is made there once and used again.
"""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from tests.benchmarks import synthetic
from tests.benchmarks.archive import made_up
from tests.benchmarks.runs import ROOT

NUMBERS, CHARTS, DOCUMENTS = 100_000, 3_000, 1_000
WORKERS = 2
PATIENCE = 600
"""Seconds for a start, and for what is made behind the first pages."""

START, PAGE, SEARCH, MEMORY = 30, 300, 200, 1_500
"""The aims: seconds, milliseconds of any page, milliseconds of 95 searches in a hundred, megabytes of all processes."""

SAMPLES = range(0, NUMBERS, NUMBERS // 10)


@dataclass(frozen=True)
class Kind:
    """Some addresses of one kind, each asked for once; of a `search` the 95th percentile is what counts."""

    name: str
    addresses: Iterable[str]
    search: bool = False


class Answer(NamedTuple):
    """Milliseconds: of the clock, which a busy machine makes longer, and of the processor."""

    waited: float
    worked: float


def kinds() -> Iterator[Kind]:
    """Every kind of page, none of whose addresses was asked for before."""
    charts = [f"{number * CHARTS // NUMBERS + 7:03d}" for number in SAMPLES]
    sources = [f"report-{number * DOCUMENTS // NUMBERS + 3:03d}" for number in SAMPLES]
    names = [f"number-{number + 11:05d}" for number in SAMPLES]
    words = [made_up(number + 13).lower()[:6] for number in SAMPLES]
    topics = [f"Topic+{number:02d}" for number in range(10)]
    fixed = ("/compare", "/checked", "/timeline", "/changes", "/validation", "/about", "/search")
    yield Kind("front page and topics", ["/", *(f"/?topic=topic-{number:02d}" for number in range(1, 9))])
    yield Kind("lists of all", fixed)
    yield Kind("charts", [f"/{kind}/chart-{name}" for kind in ("charts", "embed") for name in charts])
    yield Kind("indicators", [f"/indicators/indicator-{name}" for name in charts])
    yield Kind("numbers", [f"/observations/{name}" for name in names])
    yield Kind("documents, page by page", [f"/sources?page={page}" for page in range(1, 11)])
    yield Kind("reader", [f"/sources/{name}" for name in sources])
    yield Kind("numbers, page by page", [f"/data?page={page}" for page in range(1, 2000, 200)])
    yield Kind("JSON and citations", [*(f"/observations/{name}.json" for name in names), f"/cite/{names[0]}.bib"])
    yield Kind("numbers, searched", [f"/data?q={word}" for word in (*words, "hives", "a", "kept+about")], search=True)
    yield Kind("numbers, filtered", _filters(topics, sources), search=True)
    yield Kind(
        "numbers, sorted", [f"/data?sort={way}{name}" for name in ("value", "period", "said") for way in ("", "-")]
    )
    yield Kind("search", [f"/search?q={word}" for word in (*words, "hives", "survey+12", "5,000")], search=True)
    typed = [word[:letters] for word in words for letters in range(1, 7)]
    yield Kind("suggestions", [f"/search/suggestions?q={word}" for word in dict.fromkeys(typed)], search=True)


def _filters(topics: Iterable[str], sources: Iterable[str]) -> list[str]:
    single = ("origin=document", "qualifier=about", "qualifier=at-most", "area=area-0001", "indicator=indicator-100")
    both = [f"topic={topic}&qualifier=over" for topic in topics]
    return [f"/data?{query}" for query in (*single, *both, *(f"source={name}" for name in sources))]


def measure(folder: Path | None = None, *, port: int = 0) -> None:
    """Prints a line for each figure, with its aim."""
    with tempfile.TemporaryDirectory() as made:
        place = folder or Path(made) / "collection"
        if not place.exists():
            synthetic.write_collection(place, numbers=NUMBERS, charts=CHARTS, documents=DOCUMENTS)
        with _serving(place, port) as (process, address):
            _settled(process)
            for kind in kinds():
                _tell(kind, [_asked(process, address, path) for path in kind.addresses])
            _line("memory of all processes", f"{megabytes(process):,.0f} MB", f"under {MEMORY:,} MB")


@contextmanager
def _serving(folder: Path, port: int) -> Generator[tuple[subprocess.Popen[str], str]]:
    """The server over a collection, once it has answered its first page; prints how long that took."""
    options = ("--datasets", folder / "datasets", "--seeds", folder / "seeds", "--port", port, "--workers", WORKERS)
    command = [sys.executable, "-m", "dashboard", *map(str, options)]
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        found = re.search(r"127\.0\.0\.1:\d+", process.stdout.readline() if process.stdout else "")
        assert found is not None
        _asked(process, found[0], "/")
        _line("start", f"{time.monotonic() - began:.1f} s, {_seconds(process):.1f} s of it worked", f"under {START} s")
        yield process, found[0]
    finally:
        process.terminate()
        process.wait()


def _settled(process: subprocess.Popen[str]) -> None:
    """Waits until the workers have made what they make behind the first pages."""
    began, before = time.monotonic(), -1.0
    while time.monotonic() - began < PATIENCE and _seconds(process) > before + 0.5:
        before = _seconds(process)
        time.sleep(3)
    _line("ready behind it", f"{time.monotonic() - began:.0f} s more", "")


def _tell(kind: Kind, answers: list[Answer]) -> None:
    aim = f"p95 under {SEARCH} ms" if kind.search else f"under {PAGE} ms"
    waited, worked = (_in_short([one[at] for one in answers]) for at in range(2))
    _line(kind.name, f"{len(answers)}: {waited} ms, worked {worked} ms", aim)


def _in_short(times: Sequence[float]) -> str:
    cuts = quantiles(times, n=20, method="inclusive")
    return f"p50 {cuts[9]:.0f}, p95 {cuts[18]:.0f}, at most {max(times):.0f}"


def _line(name: str, figure: str, aim: str) -> None:
    print(f"{f'100,000 numbers, {name}':48}{figure:>72}   {aim}", flush=True)


def _asked(process: subprocess.Popen[str], address: str, path: str) -> Answer:
    """How long an answer takes until its last byte is here, and how long the server was at work meanwhile."""
    before = _worked(process)
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    began = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    waited = (time.perf_counter() - began) * 1000
    assert answer.status == 200, path
    return Answer(waited, _worked(process) - before)


def megabytes(process: subprocess.Popen[str], part: str = "Pss") -> float:
    """The memory of the server and its workers together, what they share counted once."""
    return sum(int(_rollup(pid)[part]) for pid in _processes(process)) / 1024


def _rollup(pid: int) -> Mapping[str, str]:
    return dict(re.findall(r"(\w+):\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text()))


def _seconds(process: subprocess.Popen[str]) -> float:
    """The time that the server and its workers have been at work."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in _processes(process)]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _worked(process: subprocess.Popen[str]) -> float:
    """The same in milliseconds, to a small part of one, of the threads that there are."""
    threads = [path for pid in _processes(process) for path in Path(f"/proc/{pid}/task").iterdir()]
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e6


def _processes(process: subprocess.Popen[str]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [process.pid, *map(int, children)]


if __name__ == "__main__":
    measure(*map(Path, sys.argv[1:2]))

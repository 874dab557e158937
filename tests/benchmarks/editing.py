"""How long a page of `serve --edit` and a decision take in a long document, of which much was decided before.

python -m tests.benchmarks.editing [--megabytes 1] [--times 20]
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.state.store import open_store
from tests import edits, unread
from tests.unread import SOURCE
from validation.editing.changes import Change, changed
from validation.editing.desk import Desk
from validation.files import edits as files
from validation.model.drafting.drafts import drafts

SYLLABLES = [a + b for a in "bdfglmnprtvz" for b in "aeiou"]
FORMS = (
    *("Honey yield rose {percent}% to {tonnes} tonnes in {year}", "About {hives} hives stood there before winter"),
    *("In {year} the keepers of the valley met", "Losses stayed below {percent}% that winter"),
    *("They had two reasons for it", "Prices reached {tonnes} euros per jar"),
)
DECIDED = 0.8
"""The share of the numerals that are decided on before anything is measured."""


def text(length: int) -> str:
    """So many characters: sentences with numerals among words that no language has."""
    dice, pieces, done = random.Random(1), [], 0
    while done < length:
        form = dice.choice(FORMS).format(
            percent=dice.randrange(2, 99), tonnes=dice.randrange(12, 900), hives=f"{dice.randrange(1000, 9999):,}",
            year=dice.randrange(1900, 2020),
        )  # fmt: skip
        plain = (" ".join("".join(dice.choices(SYLLABLES, k=3)) for _ in range(12)) for _ in range(3))
        pieces.append(f"{form}, {'. The '.join(plain)}.\n\n")
        done += len(pieces[-1])
    return "".join(pieces)


def prepared(folder: Path, length: int) -> Desk:
    """The bees with such a letter, most of which is decided on."""
    datasets, seeds = unread.write(folder)
    written = text(length)
    (seeds / "letter.txt").write_text(written, encoding="utf-8")
    size, sha256 = str(len(written)), hashlib.sha256(written.encode()).hexdigest()
    for column, value in {"characters": size, "body_end": size, "sha256": sha256}.items():
        edits.set_cell(datasets, "sources", SOURCE, column, value)
    desk = Desk(datasets, seeds)
    found = drafts(desk.register, SOURCE)
    rows = {(row.table, *row.values.values()): row for one in found[: int(DECIDED * len(found))] for row in one.rows}
    after = changed(desk.register, Change(tuple(rows.values())))
    for name, table in after.tables.items():
        files.write(datasets / f"{name}.csv", table.data)
    print(
        f"{len(written):,} characters, {len(after.documents[SOURCE].numerals):,} numerals, {len(rows):,} rows decided"
    )
    return Desk(datasets, seeds)


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    began, busy = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - began, time.process_time() - busy


def main() -> None:
    """Prints the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        desk = prepared(Path(folder), int(options.megabytes * 1_000_000))
        store = open_store(desk.datasets, desk.seeds, draft=True)
        client = create_app(store, desk=desk, secret="k").server.test_client()
        client.get("/edit?key=k")
        print(f"{'first page':<12}{timed(lambda: shown(client, f'/edit/{SOURCE}'))[0]:6.2f} s")
        measured(client, options.times)


def shown(client: FlaskClient, path: str) -> str:
    return client.get(path, headers={"Accept": "text/html"}).text


def measured(client: FlaskClient, times: int) -> None:
    """Looks at drafts, has each judged, and decides on it, one after the other."""
    path, took = f"/edit/{SOURCE}", {"page": [], "judged": [], "decision": [], "undo": []}
    for _ in range(times):
        took["page"].append(timed(lambda path=path: shown(client, path)))
        form = re.search(r'<form [^>]*id="draft"[^>]*>', shown(client, path))
        said = dict(re.findall(r'data-(at|kind|source)="([^"]*)"', form[0] if form else ""))
        for what, act, more in (("judged", "try", {}), ("decision", "accept", {"kind": "excluded"})):
            asked = {**said, "act": act, "fields": {}, **more}
            took[what].append(timed(lambda asked=asked: post(client, asked)))
        path = post(client, {"act": "undo"})["next"]
        path = post(client, {**said, "act": "accept", "fields": {}, "kind": "excluded"})["next"]
    took["undo"] = [timed(lambda: post(client, {"act": "undo"})) for _ in range(times)]
    for what, each in took.items():
        clock, busy = median(one[0] for one in each), median(one[1] for one in each)
        print(f"{what:<12}{clock:6.2f} s by the clock, {busy:.2f} s of the processor, in the median of {times}")


def post(client: FlaskClient, said: dict) -> dict:
    answer = client.post("/edit", json=said, headers={"Origin": "http://localhost"})
    assert answer.status_code == 200, answer.text
    return answer.get_json()


if __name__ == "__main__":
    main()

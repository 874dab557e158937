"""What takes long to go wrong: files that change under readers, and requests that nobody means well by.

`python -m tests.benchmarks.soak [SECONDS [REQUESTS]]`; ends with 1 where something went wrong.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from tests.benchmarks.runs import ROOT

SECONDS, REQUESTS = 600, 20_000
EDITED_EVERY = 3.0
"""Seconds."""

RATE = 20
"""Requests a second while files change."""

GROWTH = 1.1
"""Times what the workers need on the way, when what is kept is full: what they may need in the end."""

SLOW = 1.0
"""Seconds in which anything must be answered."""

LOG = "log"
PROPER = "501"
"""What RFC 9112 has a server answer to a Transfer-Encoding that it does not know; no other 5xx is proper."""


@contextmanager
def serving(folder: Path) -> Generator[tuple[subprocess.Popen[str], str]]:
    """The shipped collection, copied to be written in, and where it is served."""
    for name in ("datasets", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    options = ("--datasets", str(folder / "datasets"), "--seeds", str(folder / "seeds"), "--port", "0")
    command = [sys.executable, "-m", "dashboard", *options]
    with (folder / LOG).open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            found = re.search(r"127\.0\.0\.1:\d+", process.stdout.readline())
            assert found is not None
            yield process, found[0]
        finally:
            process.terminate()
            process.wait()


def megabytes(process: subprocess.Popen[str]) -> float:
    """The memory of the workers together, without what they share."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    private = 0
    for child in children:
        rollup = Path(f"/proc/{child}/smaps_rollup").read_text()
        private += sum(int(kilobytes) for kilobytes in re.findall(r"Private_\w+:\s+(\d+) kB", rollup))
    return private / 1024


def main(asked: Sequence[str] = ()) -> int:
    """Runs both, for so many seconds and requests as are asked for; 0 where all went well."""
    seconds, requests = (int(one) for one in (*asked, *(str(one) for one in (SECONDS, REQUESTS)[len(asked) :])))
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as (process, place):
        good = changing(Path(folder), process, place, seconds)
        good = hostile(process, place, requests) and good
        faults = (Path(folder) / LOG).read_text(errors="replace").count("Traceback")
        print(f"faults of ours in the log: {faults}")
        return 0 if good and not faults else 1


def changing(folder: Path, process: subprocess.Popen[str], place: str, seconds: float) -> bool:
    """Files change every few seconds, for better and for worse, while pages are asked for."""
    ended, found, early = Event(), Counter[str](), 0.0
    editor = Thread(target=_edit, args=(folder / "datasets", ended))
    editor.start()
    began = time.monotonic()
    dice = random.Random(1)
    paths = _paths(place)
    while (passed := time.monotonic() - began) < seconds:
        found[_asked(place, dice.choice(paths))] += 1
        if not early and passed > seconds / 5:
            early = megabytes(process)
        time.sleep(max(0, 1 / RATE - (time.monotonic() - began - passed)))
    ended.set()
    editor.join()
    late = megabytes(process)
    print(
        f"{seconds:.0f} s of changing files: {dict(found)}, workers {early:.0f} MB, in the end {late:.0f} MB",
        flush=True,
    )
    return set(found) <= {"200", "304", "404"} and late < early * GROWTH


def _edit(datasets: Path, ended: Event) -> None:
    """Writes the same word into two definitions, then something that is not valid, then half a file for a moment."""
    table = datasets / "indicators.csv"
    whole = table.read_text(encoding="utf-8")
    number = 0
    while not ended.wait(EDITED_EVERY):
        number += 1
        lines = whole.splitlines(keepends=True)
        marked = [line.rstrip("\n") + f" (soak {number})\n" if i else line for i, line in enumerate(lines)]
        written = "".join(marked)
        if number % 5 == 0:
            written = written.replace(",count,", ",nonsense,", 1)
        with table.open("w", encoding="utf-8") as file:
            file.write(written[: len(written) // 2])
            file.flush()
            time.sleep(0.1)
            file.write(written[len(written) // 2 :])
        if number % 7 == 0:
            os.utime(datasets / "units.csv")
    table.write_text(whole, encoding="utf-8")


def _paths(place: str) -> list[str]:
    text = _page(place, "/sitemap") + _page(place, "/")
    linked = [path for path in re.findall(r'href="(/[^"#]*)"', text) if not path.startswith(("/assets", "/download"))]
    return [*dict.fromkeys(linked), "/data?q=trade", "/healthz", "/download/numbers.csv", "/search?q=million"]


def _page(place: str, path: str) -> str:
    connection = http.client.HTTPConnection(place, timeout=30)
    connection.request("GET", path, headers={"Accept": "text/html"})
    return connection.getresponse().read().decode()


def _asked(place: str, path: str) -> str:
    """The status of an answer; "torn" where its parts are of different data or its end is missing."""
    connection = http.client.HTTPConnection(place, timeout=30)
    connection.request("GET", path, headers={"Accept": "text/html"})
    answer = connection.getresponse()
    text = answer.read().decode(errors="replace")
    connection.close()
    marks = set(re.findall(r"\(soak (\d+)\)", text))
    cut = answer.headers.get_content_type() == "text/html" and not text.endswith("</html>\n")
    return "torn" if cut or len(marks) > 1 else str(answer.status)


METHODS = ("GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO", "get")
PARTS = (
    *(
        "data",
        "observations",
        "figures",
        "assets",
        "..",
        "%2e%2e",
        "%00",
        "%ff",
        "%c3%28",
        "a" * 3000,
        "<script>",
        "'",
        '"',
    ),
    *(
        "%0d%0aX: y",
        "//",
        "\\",
        ";",
        "{}",
        "__proto__",
        "light-390",
        "full",
        "chart",
        "trade.json",
        "_dash-update-component",
    ),
    *(
        "download",
        "numbers.csv",
        "cite",
        "collection.bib",
        "embed",
        "search",
        "sources",
        "healthz",
        "%",
        "%zz",
        "٣",
        "💥",
    ),
)
HEADERS = (
    (
        "Range",
        ("bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=0-,1-", "bytes=" + "0-1," * 400, "lines=1", "bytes=99999999999-"),
    ),
    ("If-None-Match", ("*", '"x"', "W/", '"' + "a" * 5000 + '"', "é")),
    ("If-Modified-Since", ("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "0")),
    ("If-Range", ('"x"', "Thu, 01 Jan 2099 00:00:00 GMT")),
    ("Accept", ("text/html", "*/*;q=x", ";;;", "a/b," * 2000)),
    ("Accept-Encoding", ("br;q=0", "identity;q=0, *;q=0", "gzip, " * 500, "\x7f")),
    ("Cookie", ("view=dark-390", "=" * 4000)),
    ("Content-Type", ("application/json", "multipart/form-data", "text/plain; charset=nonsense")),
    ("X-Forwarded-Proto", ("https", "javascript", "\t")),
    ("X-Forwarded-Host", ("evil.example",)),
    ("SCRIPT_NAME", ("/evil",)),
    ("Content-Length", ("-1", "x", "99999999")),
    ("Transfer-Encoding", ("chunked", "gzip, chunked", "nonsense")),
    ("Host", ("evil.example", "", "127.0.0.1:99999", "[::1", "localhost\x00")),
    ("Expect", ("100-continue", "200-ok")),
    ("Connection", ("close", "Upgrade", "keep-alive")),
)
BODIES = (
    *(b"", b"{}", b"[]", b"null", b"{nope", b"\xff\xfe", b"[" * 20_000, b"x" * 70_000, b"7", b'"x"'),
    *(b'{"output": "x.children"}', b'{"output": [], "inputs": {}}', b'{"output": {"id": [1]}, "state": null}'),
    *(b'{"inputs": [{"id": "view", "property": 7}], "changedPropIds": "x"}', b"a=b&c=%zz", b"5\r\nhello\r\n0\r\n\r\n"),
)


def hostile(process: subprocess.Popen[str], place: str, requests: int) -> bool:
    """Requests of every wrong shape, each on a connection of its own: none ends in a 5xx or takes long."""
    dice = random.Random(2)
    found, slowest, early = Counter[str](), 0.0, 0.0
    for number in range(requests):
        began = time.monotonic()
        found[_sent(place, _request(dice, place))] += 1
        slowest = max(slowest, time.monotonic() - began)
        if number == requests // 2:
            early = megabytes(process)
    late = megabytes(process)
    told = ", ".join(f"{status}: {count:,}" for status, count in sorted(found.items()))
    memory = f"workers {early:.0f} MB, in the end {late:.0f} MB"
    print(f"{requests:,} hostile requests: {told}; slowest {slowest:.2f} s; {memory}")
    alive = _asked(place, "/healthz") == "200"
    failed = any(status.startswith("5") and status != PROPER for status in found)
    return alive and not failed and slowest < SLOW and late < early * GROWTH


def _request(dice: random.Random, place: str) -> bytes:
    path = "/" + "/".join(dice.choice(PARTS) for _ in range(dice.randrange(4)))
    query = "&".join(
        f"{dice.choice(('q', 'sort', 'at', 'page', 'topic', 'x'))}={dice.choice(PARTS)}"
        for _ in range(dice.randrange(3))
    )
    chosen = dict.fromkeys(dice.sample([name for name, _ in HEADERS], dice.randrange(4)))
    headers = {"Host": place} | {name: dice.choice(dict(HEADERS)[name]) for name in chosen}
    body = dice.choice(BODIES) if dice.random() < 0.4 else b""
    if body and "Content-Length" not in headers and "Transfer-Encoding" not in headers:
        headers["Content-Length"] = str(len(body))
    lines = [f"{dice.choice(METHODS)} {path}{'?' + query if query else ''} HTTP/1.1"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode("utf-8", "surrogateescape") + body


def _sent(place: str, request: bytes) -> str:
    """The status, "closed" where the server hangs up without one, "waits" where it waits for what was announced."""
    host, _, port = place.partition(":")
    with socket.create_connection((host, int(port)), timeout=SLOW) as connection:
        try:
            connection.sendall(request)
            head = connection.recv(100)
        except TimeoutError:
            return "waits"
        except OSError:
            return "closed"
    return head[9:12].decode(errors="replace") if head.startswith(b"HTTP/") else "closed"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The site as files: written below a prefix, and served as nothing but files."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from dashboard.exporting import command

PREFIX = "/numbers"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def written(folder: Path, datasets: Path, seeds: Path | None, *words: str) -> Path:
    """The exported site, in a folder of the prefix's name."""
    site = folder / PREFIX.strip("/")
    named = ["--datasets", str(datasets), *(["--seeds", str(seeds)] if seeds else [])]
    assert command.main([str(site), *named, "--prefix", PREFIX, *words]) == 0
    return site


@contextmanager
def served(folder: Path) -> Generator[str]:
    """The address of the site that lies in a folder below the prefix, while plain files are served from there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

"""The command line of the dashboard: `python -m dashboard`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.app import create_app
from dashboard.state import facts
from dashboard.state.store import Snapshot, Store
from dashboard.web import server
from validation.files import package as packaging
from validation.model import register
from validation.reports import text

STOPPED, INVALID, UNABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Serves the dashboard until it is stopped; returns 1 where the data aren't valid, 2 where it can't start."""
    options = _parser().parse_args(arguments)
    problem = _unusable(options)
    if problem:
        return _unable(problem)
    data = load(options.datasets, options.seeds)
    report = facts.report(data)
    if not report.valid:
        sys.stderr.write(text.render(report))
        return INVALID
    return _serve(data, options)


def load(datasets: Path, seeds: Path | None) -> Snapshot:
    """The collection in a folder as it is now."""
    loaded = register.load(datasets, seeds)
    return Snapshot(loaded, loaded.version, collection=packaging.metadata(datasets))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard", description="Shows a register of stated numbers.")
    parser.add_argument("--datasets", type=Path, help="folder of the tables (default: datasets, or those shipped)")
    parser.add_argument("--seeds", type=Path, help="folder of the documents (default: seeds, where it is there)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8050, help="port to listen on, 0 for any (default: 8050)")
    parser.add_argument("--workers", type=_count, default=2, help="processes that answer (default: 2)")
    return parser


def _port(written: str) -> int:
    number = int(written)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"must be from 0 to 65535, not {written}")
    return number


def _count(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {written}")
    return number


def _unusable(options: argparse.Namespace) -> str:
    """Why it can't start, or nothing; fills in the folders that weren't named."""
    if options.datasets is None:
        options.datasets = packaging.default_folder()
    if options.seeds is None and Path("seeds").is_dir():
        options.seeds = Path("seeds")
    if not options.datasets.is_dir():
        return f"--datasets: there is no folder {options.datasets}"
    if options.seeds is not None and not options.seeds.is_dir():
        return f"--seeds: there is no folder {options.seeds}"
    return ""


def _serve(data: Snapshot, options: argparse.Namespace) -> int:
    try:
        listener = server.listen(options.host, options.port)
    except OSError as error:
        return _unable(f"can't listen on {options.host}, port {options.port}: {error.strerror}; see --host and --port")
    app = create_app(Store(lambda: data), hosts=server.names(options.host))
    print(f"{data.title}: {server.address(listener)}", flush=True)
    server.Server(app.server, listener, options.workers).run()
    return STOPPED


def _unable(problem: str) -> int:
    print(f"python -m dashboard: {problem}", file=sys.stderr)
    return UNABLE

"""Who works on a large register: `--workers` of this machine, or those of a `--cluster`."""

from __future__ import annotations

import argparse
import time

from validation.commands.program import tell
from validation.sharing import engines
from validation.sharing.cluster import Cluster
from validation.sharing.engines import Engine

# Seconds between two lines on how far the work is.
EVERY = 5


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--workers` and `--cluster`, of which one may be given."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="processes that read documents (default: one for each processor where there is much to read)",
    )
    either.add_argument("--cluster", metavar="ADDRESS", help="have the workers of a Dask scheduler read them")


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text}")
    return int(text)


def alone(weight: int) -> Engine | None:
    """Nobody: this process does all work itself."""
    return None


def hired(options: argparse.Namespace, weight: int) -> Engine | None:
    """Who works on so many bytes, as the options have it; None where this process does so alone."""
    if options.cluster is not None:
        return Cluster(options.cluster)
    if options.workers is None:
        return engines.fitting(weight)
    return engines.Pool(options.workers) if options.workers > 1 else None


class Progress:
    """Says now and then on standard error how far the work is, where it takes long."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, count: int) -> None:
        """That so many shares are done, of so many."""
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            tell(f"{done:,} of {count:,} shares of the documents are read")

"""What the commands share: how they take their arguments, what they say, and how they end."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NoReturn

VALID, INVALID, UNABLE = 0, 1, 2
# As shells have it for Ctrl-C.
INTERRUPTED = 130


class Unable(Exception):
    """Why a command could not run, in a line."""


class Parser(argparse.ArgumentParser):
    """Arguments with an example in their help; bad ones are why a command could not run, like any other reason.

    An option is written out, as one that comes later could begin with the same letters.
    """

    def __init__(self, prog: str, sentence: str, example: str) -> None:
        super().__init__(
            prog=prog,
            description=sentence,
            epilog=f"example:\n  {example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Called by argparse. Raises `Unable`."""
        raise Unable(f"{message}; --help says what there is")

    def print_help(self, file: Any = None) -> None:
        """Called by argparse for `--help`."""
        say(self.format_help())


def ended(name: str, run: Callable[..., int], *arguments: Any) -> int:
    """The exit code of a command called `name`; where it could not run, standard error says why."""
    try:
        return run(*arguments)
    except Unable as reason:
        complain(name, str(reason))
        return UNABLE
    except KeyboardInterrupt:
        complain(name, "interrupted")
        return INTERRUPTED


def complain(name: str, reason: str) -> None:
    """Says on standard error why a command, or a part of it, could not run: one line, whatever is in it."""
    tell(f"{name}: {''.join(c if c.isprintable() else ascii(c)[1:-1] for c in reason)}")


def tell(text: str) -> None:
    """Writes a line to standard error, where somebody reads that."""
    if sys.stderr is not None:  # it was closed from the start
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def say(text: str) -> None:
    """Writes to standard output, in UTF-8 whatever that is set to. Raises `Unable` where it takes no more.

    A reader who has read enough and leaves is no reason to complain.
    """
    if sys.stdout is None:  # it was closed from the start
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.flush()
    except OSError as error:
        # Python would try again, and complain once more, on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise Unable(f"standard output: {error.strerror}") from error

"""The entry of `stated-numbers`, the one program for everything; a command imports only its own module."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from validation.commands import main as validation
from validation.commands.main import Command

PROG = "stated-numbers"
SERVE = "serve"
OTHERS = {SERVE: Command("Show the register in a browser, until it is stopped.", "serve --port 8050")}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command, the validation's or `serve`; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [SERVE]:
        from dashboard import serving

        return serving.main(words[1:], f"{PROG} {SERVE}")
    return validation.run_alone(words, PROG, OTHERS)

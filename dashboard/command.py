"""The entry of `stated-numbers`, the one program for everything; a command imports only its own module."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from validation.commands import main as validation
from validation.commands.main import Command

PROG = "stated-numbers"
SERVE, EXPORT = "serve", "export"
OTHERS = {
    SERVE: Command("Show the register in a browser, until it is stopped.", "serve --port 8050"),
    EXPORT: Command("Write the whole site as files, for a host without a server.", "export site"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command, the validation's, `serve` or `export`; returns its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [SERVE]:
        from dashboard import serving

        return serving.main(words[1:], f"{PROG} {SERVE}")
    if words[:1] == [EXPORT]:
        from dashboard.exporting import command

        return command.main(words[1:], f"{PROG} {EXPORT}")
    return validation.run_alone(words, PROG, OTHERS)

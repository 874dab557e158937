"""The command line of the validation: the first word names a command, and only that one's module is imported."""

from __future__ import annotations

import gc
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import NamedTuple

from validation.commands.program import UNABLE, VALID, Parser, Unable, ended, say, tell


class Command(NamedTuple):
    """What `--help` says of a command; the example is what stands behind the program's name."""

    sentence: str
    example: str


PROG = "python -m validation"
# What runs without a word.
DEFAULT = "check"
# Each is a module of this package whose `run(parser, words)` returns the exit code.
COMMANDS: Mapping[str, Command] = {
    DEFAULT: Command(
        "Hold the tables, and the documents that are here, against every rule.",
        "check --require-seeds --format text --format junit --output report.xml",
    ),
    "new": Command(
        "Begin a collection: every table, the common units, and a page that says what to do next.",
        'new bee-reports --title "What reports on bees say"',
    ),
    "add": Command(
        "Put files into the seeds folder as documents: text, HTML, PDF, DOCX and Markdown, each with its row.",
        "add report.pdf article.html --language en",
    ),
    "read": Command(
        "List the numerals of any text, as the register would read them.",
        "read report.txt --language en --format json",
    ),
    "draft": Command(
        "Print a row for every numeral that nothing accounts for, with how sure it is and why.",
        "draft annual-report --format csv",
    ),
    "find": Command(
        "Say where a phrase stands in a document, with a quote and a row to paste.",
        'find annual-report "nearly one million"',
    ),
    "fix": Command("Write the new offsets of quotes that merely moved into the tables, and check.", "fix moved"),
    "describe": Command("Write datapackage.json and the data dictionary anew.", "describe --datasets register"),
    "diff": Command(
        "Say what changed between two versions of the data, what a citation would notice first.",
        "diff 1.0.0 --format markdown",
    ),
    "release": Command(
        "Freeze the data as a version of their own; without one, say which version the changes ask for.",
        "release 1.1.0",
    ),
    "rules": Command(
        "List every rule with a sentence and an example.",
        "rules --format markdown --output README.md",
    ),
}
NONE: Mapping[str, Command] = MappingProxyType({})
EXITS = (
    "It ends with 0, with 1 where a rule is broken, with 2 where it could not run, with 130 where it was interrupted."
)


def main(arguments: Sequence[str] | None = None, prog: str = PROG, others: Mapping[str, Command] = NONE) -> int:
    """Runs a command; returns 0, 1 where a rule is broken, 2 where it could not run, 130 where it was interrupted.

    `others` are commands that a larger program called `prog` has beside these; they are listed here, not run.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] in (["-h"], ["--help"]):
        return ended(prog, _help, prog, others)
    if words and not words[0].startswith("-"):
        return ended(f"{prog} {words[0]}" if words[0] in COMMANDS else prog, _run, prog, words, others)
    return ended(prog, _run, prog, [DEFAULT, *words], others)


def run_alone(arguments: Sequence[str] | None = None, prog: str = PROG, others: Mapping[str, Command] = NONE) -> int:
    """`main` in a process that ends with it."""
    # What is loaded and read lives as long as the run: to look for garbage in it takes a fifth of the time.
    gc.disable()
    try:
        return main(arguments, prog, others)
    except Exception:
        tell(traceback.format_exc().rstrip())  # a mistake of the program is no broken rule
        return UNABLE
    finally:
        gc.freeze()  # else Python looks for garbage once more on its way out


def _help(prog: str, others: Mapping[str, Command]) -> int:
    lines = [f"usage: {prog} [COMMAND] [ARGUMENT ...]", "", f"Commands ({DEFAULT} is what runs without a word):"]
    for name, command in {**COMMANDS, **others}.items():
        lines += ["", f"  {name:10}{command.sentence}", f"  {'':10}{prog} {command.example}"]
    say("\n".join([*lines, "", f"{prog} COMMAND --help says what a command takes. {EXITS}", ""]))
    return VALID


def _run(prog: str, words: Sequence[str], others: Mapping[str, Command]) -> int:
    name, *rest = words
    if name not in COMMANDS:
        raise Unable(f"there is no command {name}; there are {', '.join([*COMMANDS, *others])}")
    sentence, example = COMMANDS[name]
    command = import_module(f"validation.commands.{name}")
    try:
        return command.run(Parser(f"{prog} {name}", sentence, f"{prog} {example}"), rest)
    except OSError as error:
        raise Unable(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error

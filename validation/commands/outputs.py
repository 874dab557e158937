"""What `--format` and `--output` ask for: several forms of one text, each to a file, one to standard output."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from validation.commands.program import Unable, say


@dataclass
class Output:
    """One form, and its file (None = standard output); `assumed` where a file was named without a form."""

    form: str
    file: Path | None = None
    assumed: bool = False


class OutputFile(argparse.Action):
    """Gives a file to the form that stands before it on the command line."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        """Called by argparse for each `--output`."""
        if not namespace.outputs:
            namespace.outputs = [Output("text", assumed=True)]
        last = namespace.outputs[-1]
        if last.file:
            parser.error(f"--output {values}: {last.form} goes to {last.file} already; write a --format before it")
        last.file = values


def add_options(parser: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    """`--format` and `--output`, which may be given several times, in pairs; both fill `outputs`."""
    parser.add_argument(
        "--format",
        dest="outputs",
        action="append",
        type=partial(_asked, forms),
        default=[],
        metavar="FORMAT",
        help=f"{', '.join(forms)} (default: text); may be given several times",
    )
    parser.add_argument(
        "--output", action=OutputFile, type=Path, metavar="FILE", help="write the form named before it to FILE"
    )


def _asked(forms: Sequence[str], form: str) -> Output:
    if form not in forms:
        raise argparse.ArgumentTypeError(f"there is no form {form}; there are {', '.join(forms)}")
    return Output(form)


def refuse(outputs: Sequence[Output]) -> None:
    """Raises `Unable` where two outputs would go to one place, or one can't go to its own."""
    if len(outputs) > 1 and outputs[0].assumed:
        raise Unable(f"--output {outputs[0].file}: write it behind the --format it belongs to")
    for file in (output.file for output in outputs if output.file):
        if file.is_dir():
            raise Unable(f"--output: {file} is a folder")
        if not file.parent.is_dir():
            raise Unable(f"--output: there is no folder {file.parent}")
    for file, times in Counter(output.file for output in outputs).items():
        if times > 1:
            names = " and ".join(output.form for output in outputs if output.file == file)
            where = file or "standard output; give all but one an --output FILE"
            raise Unable(f"--format: {names} would go to {where}")


def write(outputs: Sequence[Output], rendered: Callable[[Output], str]) -> None:
    """Writes each output, text to standard output where none is asked for. Raises `Unable` where one can't be."""
    for output in outputs or [Output("text")]:
        text = rendered(output)
        if output.file:
            _save(output.file, text)
        else:
            say(text)


def _save(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise Unable(f"--output: {file}: {error.strerror}") from error

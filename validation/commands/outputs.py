"""What `--format` and `--output` ask for: several forms of one report, each to a file, one to standard output."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from validation.reports.report import Report

FORMS = ("text", "json", "junit", "sarif", "github", "html")
# The forms that the catalog of rules has.
CATALOG_FORMS = ("text", "json", "markdown")


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


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--format` and `--output`, which may be given several times, in pairs; both fill `outputs`."""
    parser.add_argument(
        "--format",
        dest="outputs",
        action="append",
        type=_asked,
        default=[],
        metavar="FORMAT",
        help=f"form of the report: {', '.join(FORMS)} (default: text); may be given several times",
    )
    parser.add_argument(
        "--output", action=OutputFile, type=Path, metavar="FILE", help="write the form named before it to FILE"
    )


def _asked(form: str) -> Output:
    if form not in {*FORMS, *CATALOG_FORMS}:
        raise argparse.ArgumentTypeError(f"there is no form {form}; there are {', '.join(FORMS)}")
    return Output(form)


def problem(outputs: Sequence[Output], forms: Sequence[str]) -> str:
    """Why the outputs can't be written, or nothing."""
    for output in outputs:
        if output.form not in forms:
            return f"--format: there is no form {output.form} here; there are {', '.join(forms)}"
        if output.file and (reason := _unwritable(output.file)):
            return f"--output: {reason}"
    if len(outputs) > 1 and outputs[0].assumed:
        return f"--output {outputs[0].file}: write it behind the --format it belongs to"
    file, times = Counter(output.file for output in outputs).most_common(1)[0] if outputs else (None, 0)
    if times > 1:
        names = " and ".join(output.form for output in outputs if output.file == file)
        where = file or "standard output; give all but one an --output FILE"
        return f"--format: {names} would go to {where}"
    return ""


def _unwritable(file: Path) -> str:
    if file.is_dir():
        return f"{file} is a folder"
    return "" if file.parent.is_dir() else f"there is no folder {file.parent}"


def rendered(report: Report, output: Output) -> str:
    """A report in the form that is asked for; the modules of other forms are not imported."""
    form = importlib.import_module(f"validation.reports.{output.form}")
    to_terminal = output.form == "text" and not output.file
    return form.on_terminal(report) if to_terminal else form.render(report)


def catalog(output: Output) -> str:
    """The catalog of rules in the form that is asked for; a Markdown file with marks keeps what is around them."""
    from validation.reports import catalog

    if output.form == "markdown" and output.file and output.file.exists():
        return catalog.between_marks(output.file.read_text(encoding="utf-8"))
    return {"text": catalog.text, "json": catalog.as_json, "markdown": catalog.markdown}[output.form]()


def as_read(folder: Path) -> str:
    """A folder as reports name it: from where the validation runs, where it lies in there."""
    path = os.path.relpath(folder)
    return Path(os.path.abspath(folder) if path.startswith("..") else path).as_posix()


def write(text: str, file: Path | None) -> None:
    """Writes a report, in UTF-8 wherever it goes. Raises OSError where the file can't be written."""
    if file:
        file.write_text(text, encoding="utf-8", newline="\n")
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has read enough; Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

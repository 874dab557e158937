"""`check`: every rule applied to a register, and the report in the forms that are asked for."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from validation.commands import folders, outputs, workers
from validation.commands.outputs import Output
from validation.commands.program import INVALID, VALID, Parser, Unable, tell
from validation.commands.workers import Progress, alone
from validation.model import register
from validation.reports import report as reports
from validation.reports.report import Report
from validation.sharing import running, work
from validation.sharing.engines import Engine, Failed
from validation.sharing.shares import shares

FORMS = ("text", "json", "junit", "sarif", "github", "html")


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0 where the register is valid, 1 where a rule is broken."""
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    parser.add_argument("--require-seeds", action="store_true", help="a document that is not here is an error")
    workers.add_options(parser)
    outputs.add_options(parser, FORMS)
    options = parser.parse_args(words)
    outputs.refuse(options.outputs)
    found = checked(
        folders.datasets(options),
        folders.seeds(options),
        require_seeds=options.require_seeds,
        hired=partial(workers.hired, options),
    )
    outputs.write(options.outputs, lambda output: rendered(found, output))
    return VALID if found.valid else INVALID


def checked(
    datasets: Path, seeds: Path | None, *, require_seeds: bool = False, hired: Callable[[int], Engine | None] = alone
) -> Report:
    """The report on the register in two folders, which names them as its reader finds them.

    `hired` gives what works on shares of so much work, None where this process does it alone. Raises `Unable` where
    others can't do it.
    """
    started = time.perf_counter()
    loaded = register.tables(datasets, by_row=False)
    parts = shares(loaded, seeds)
    try:
        engine = hired(sum(part.weight for part in parts))
        if engine and (files := work.mended(loaded)):
            tell(f"this process reads alone: save {', '.join(files)} with LF line ends and no byte-order mark")
        found = running.read(loaded, parts, datasets, seeds, engine, Progress())
    except Failed as error:
        raise Unable(str(error)) from error
    return replace(
        reports.report(loaded, found, require_seeds=require_seeds),
        datasets=folders.as_read(datasets),
        seeds=folders.as_read(seeds or folders.SEEDS),
        seconds=time.perf_counter() - started,
    )


def rendered(report: Report, output: Output) -> str:
    """A report in the form that is asked for; the modules of other forms are not imported."""
    form = importlib.import_module(f"validation.reports.{output.form}")
    to_terminal = output.form == "text" and not output.file
    return form.on_terminal(report) if to_terminal else form.render(report)

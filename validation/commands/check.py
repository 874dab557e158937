"""`check`: every rule applied to a register, and the report in the forms that are asked for."""

from __future__ import annotations

import importlib
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from validation.commands import folders, outputs
from validation.commands.outputs import Output
from validation.commands.program import INVALID, VALID, Parser
from validation.model import register
from validation.reports import report as reports
from validation.reports.report import Report

FORMS = ("text", "json", "junit", "sarif", "github", "html")


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0 where the register is valid, 1 where a rule is broken."""
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    parser.add_argument("--require-seeds", action="store_true", help="a document that is not here is an error")
    outputs.add_options(parser, FORMS)
    options = parser.parse_args(words)
    outputs.refuse(options.outputs)
    found = checked(folders.datasets(options), folders.seeds(options), require_seeds=options.require_seeds)
    outputs.write(options.outputs, lambda output: rendered(found, output))
    return VALID if found.valid else INVALID


def checked(datasets: Path, seeds: Path | None, *, require_seeds: bool = False) -> Report:
    """The report on the register in two folders, which names them as its reader finds them."""
    started = time.perf_counter()
    return replace(
        reports.check(register.load(datasets, seeds), require_seeds=require_seeds),
        datasets=folders.as_read(datasets),
        seeds=folders.as_read(seeds or folders.SEEDS),
        seconds=time.perf_counter() - started,
    )


def rendered(report: Report, output: Output) -> str:
    """A report in the form that is asked for; the modules of other forms are not imported."""
    form = importlib.import_module(f"validation.reports.{output.form}")
    to_terminal = output.form == "text" and not output.file
    return form.on_terminal(report) if to_terminal else form.render(report)

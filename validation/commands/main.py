"""The command line of the validation: `python -m validation`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from validation.commands import outputs
from validation.commands.outputs import Output
from validation.files import package as packaging
from validation.model import register

VALID, INVALID, UNABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Validates a register; returns 0 when valid, 1 when a rule is broken, 2 when it could not run."""
    started = time.perf_counter()
    options = _parser().parse_args(arguments)
    problem = outputs.problem(options.outputs, outputs.CATALOG_FORMS if options.rules else outputs.FORMS)
    if options.rules and not problem:
        return _write(options, outputs.catalog)
    problem = problem or _unusable(options)
    if problem:
        return _unable(problem)
    if options.describe:
        return _describe(options.datasets)
    loaded = register.load(options.datasets, options.seeds)
    if options.find:
        return _find(loaded, *options.find)
    if options.fix:
        loaded = _fix(options)
    return _validate(loaded, options, started)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m validation", description="Validates a register of stated numbers.")
    parser.add_argument(
        "--datasets", type=Path, default=packaging.default_folder(), help="folder of the tables (default: datasets)"
    )
    parser.add_argument("--seeds", type=Path, help="folder of the documents (default: seeds, where it is there)")
    parser.add_argument("--require-seeds", action="store_true", help="a document that is not here is an error")
    outputs.add_options(parser)
    parser.add_argument("--rules", action="store_true", help="list every rule (--format text, json or markdown)")
    parser.add_argument("--describe", action="store_true", help="write datapackage.json and the data dictionary anew")
    parser.add_argument("--fix", choices=("moved",), help="write the new offsets of quotes that moved into the tables")
    parser.add_argument(
        "--find", nargs=2, metavar=("SOURCE_ID", "PHRASE"), help="where a phrase stands, and a row to paste"
    )
    return parser


def _unusable(options: argparse.Namespace) -> str:
    """Why the run can't start, or nothing; fills in the default seeds folder where it is there."""
    if not options.datasets.is_dir():
        return f"--datasets: there is no folder {options.datasets}"
    if options.seeds is not None and not options.seeds.is_dir():
        return f"--seeds: there is no folder {options.seeds}"
    if options.seeds is None and Path("seeds").is_dir():
        options.seeds = Path("seeds")
    return ""


def _unable(problem: str) -> int:
    print(f"python -m validation: {problem}", file=sys.stderr)
    return UNABLE


def _describe(datasets: Path) -> int:
    for path in packaging.describe(datasets):
        print(f"written: {path}")
    return VALID


def _find(loaded: register.Register, source_id: str, phrase: str) -> int:
    from validation.commands.find import find

    try:
        print(find(loaded, source_id, phrase))
    except LookupError as error:
        return _unable(f"--find: {error.args[0]}")
    return VALID


def _fix(options: argparse.Namespace) -> register.Register:
    """Rewrites what moved, says each change, and returns the register as it is then."""
    from validation.commands.fix import fix_moved

    for change in fix_moved(options.datasets, options.seeds):
        print(change)
    return register.load(options.datasets, options.seeds)


def _validate(loaded: register.Register, options: argparse.Namespace, started: float) -> int:
    from validation.reports.report import check

    report = replace(
        check(loaded, require_seeds=options.require_seeds),
        datasets=outputs.as_read(options.datasets),
        seeds=outputs.as_read(options.seeds or Path("seeds")),
        seconds=time.perf_counter() - started,
    )
    written = _write(options, lambda output: outputs.rendered(report, output))
    return written or (VALID if report.valid else INVALID)


def _write(options: argparse.Namespace, rendered: Callable[[Output], str]) -> int:
    for output in options.outputs or [Output("text")]:
        try:
            outputs.write(rendered(output), output.file)
        except OSError as error:
            return _unable(f"--output: {output.file}: {error.strerror}")
    return VALID

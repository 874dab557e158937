"""`diff`: what changed between two versions of a collection, each a folder, a zip, or a release."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from validation.commands import folders, outputs
from validation.commands.program import INVALID, VALID, Parser, Unable
from validation.files import package, releases
from validation.model import changes, register
from validation.model.register import Register
from validation.reports import changed
from validation.reports.changed import FORMS, Changes


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0 where nothing changed, 1 where something did."""
    parser.add_argument("old", metavar="OLD", help="a folder of tables, a data package, or a release such as 1.0.0")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same (default: the tables as they are)")
    folders.add_datasets(parser)
    outputs.add_options(parser, tuple(FORMS))
    options = parser.parse_args(words)
    outputs.refuse(options.outputs)
    datasets = folders.datasets(options)
    old, new = _named(options, datasets)
    found = Changes(old, new, changes.changes(read(old, datasets), read(new, datasets)))
    outputs.write(options.outputs, lambda output: changed.FORMS[output.form](found))
    return INVALID if found.found else VALID


def _named(options: argparse.Namespace, datasets: Path) -> tuple[str, str]:
    return options.old, options.new or folders.as_read(datasets)


def read(name: str, datasets: Path) -> Register:
    """A version of a collection, without its documents. Raises `Unable` where there is none of that name."""
    if known := releases.version(name):
        return _packed(_release(known, datasets))
    path = Path(name)
    if path.is_dir():
        inner = path / "datasets"
        folder = inner if not package.is_begun(path) and package.is_begun(inner) else path
        if not package.is_begun(folder):
            raise Unable(f"{name} must be a folder of tables, and holds none")
        return register.load(folder, None)
    if path.is_file():
        return _packed(path)
    raise Unable(f"{name} must be a folder of tables, a data package, or a release such as 1.0.0, and is none")


def _release(known: releases.Version, datasets: Path) -> Path:
    found = releases.released(datasets)
    if known not in found:
        there = ", ".join(map(str, found)) or "none yet"
        raise Unable(f"there is no release {known} in {datasets / releases.FOLDER}; there are: {there}")
    return found[known]


def _packed(path: Path) -> Register:
    try:
        return register.packed(releases.read(path))
    except releases.Damaged as error:
        raise Unable(str(error)) from error

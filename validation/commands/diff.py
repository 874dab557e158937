"""`diff`: what changed between two versions of a collection, each a folder, a zip, a release, or a commit."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from validation.commands import folders, outputs
from validation.commands.program import INVALID, VALID, Parser, Unable
from validation.files import commits, package, releases
from validation.files.schemas import TABLES
from validation.model import changes, register
from validation.model.register import Register
from validation.reports import changed
from validation.reports.changed import FORMS, Changes

KINDS = "a folder of tables, a data package, a release such as 1.0.0, or a commit of git"


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0 where nothing changed, 1 where something did."""
    parser.add_argument("old", metavar="OLD", help=f"{KINDS}, such as main")
    parser.add_argument("new", metavar="NEW", nargs="?", help="the same (default: the tables as they are)")
    folders.add_datasets(parser)
    outputs.add_options(parser, tuple(FORMS))
    options = parser.parse_args(words)
    outputs.refuse(options.outputs)
    datasets = folders.datasets(options)
    old, new = _named(options, datasets)
    now = read(new, datasets) if options.new else _whole(new, datasets)
    found = Changes(old, new, changes.changes(read(old, datasets), now))
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
    try:
        return register.packed(commits.read(name, datasets))
    except commits.Absent as why:
        raise Unable(f"{name} must be {KINDS}, and is none: {why}") from why


def _whole(name: str, datasets: Path) -> Register:
    """The tables as they are. Raises `Unable` where one can't be read, as its rows would pass for removed."""
    found = read(name, datasets)
    if unread := [f"{table}.csv" for table in TABLES if table not in found.tables]:
        raise Unable(f"{name}: {', '.join(unread)} must be tables that can be read; check says what is wrong")
    return found


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

"""The two folders that a command reads: `--datasets` and `--seeds`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from validation.commands.program import Unable
from validation.files import package as packaging

SEEDS = Path("seeds")


def add_datasets(parser: argparse.ArgumentParser) -> None:
    """The option that names the folder of the tables."""
    parser.add_argument(
        "--datasets", type=Path, metavar="DIR", help="folder of the tables (default: datasets, or those shipped)"
    )


def add_seeds(parser: argparse.ArgumentParser) -> None:
    """The option that names the folder of the documents."""
    parser.add_argument(
        "--seeds", type=Path, metavar="DIR", help="folder of the documents (default: seeds, where it is there)"
    )


def datasets(options: argparse.Namespace) -> Path:
    """The folder of the tables. Raises `Unable` where there is none of that name."""
    folder = packaging.default_folder() if options.datasets is None else options.datasets
    return _there("--datasets", folder)


def seeds(options: argparse.Namespace) -> Path | None:
    """The folder of the documents, if any. Raises `Unable` where there is none of the name that was given."""
    if options.seeds is None:
        return SEEDS if SEEDS.is_dir() else None
    return _there("--seeds", options.seeds)


def _there(option: str, folder: Path) -> Path:
    if not folder.is_dir():
        raise Unable(f"{option}: there is no folder {folder}")
    return folder


def as_read(folder: Path) -> str:
    """A folder from where the validation runs, where it lies in there."""
    path = os.path.relpath(folder)
    return Path(os.path.abspath(folder) if path.startswith("..") else path).as_posix()

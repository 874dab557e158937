"""`describe`: datapackage.json and the data dictionary, written anew from the schemas."""

from __future__ import annotations

from collections.abc import Sequence

from validation.commands import folders
from validation.commands.program import VALID, Parser, Unable, say
from validation.files import package as packaging


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0; what the collection says of itself is kept."""
    folders.add_datasets(parser)
    datasets = folders.datasets(parser.parse_args(words))
    if (datasets / packaging.DESCRIPTOR).exists() and not packaging.metadata(datasets):
        raise Unable(f"{datasets / packaging.DESCRIPTOR} must be JSON that names the collection, which would be lost")
    for path in packaging.describe(datasets):
        say(f"written: {path}\n")
    return VALID

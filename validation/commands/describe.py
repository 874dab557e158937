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
    if (datasets / packaging.DESCRIPTOR).exists():
        try:
            packaging.read(datasets)
        except packaging.Undescribed as error:
            raise Unable(f"{datasets / packaging.DESCRIPTOR} {error}; mend it first, or it is lost") from error
    for path in packaging.describe(datasets):
        say(f"written: {path}\n")
    return VALID

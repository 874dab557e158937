"""`rules`: the catalog of rules, for people, programs and the README."""

from __future__ import annotations

from collections.abc import Sequence

from validation.commands import outputs
from validation.commands.outputs import Output
from validation.commands.program import VALID, Parser, Unable
from validation.reports import catalog

FORMS = ("text", "json", "markdown")


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0; no collection is read."""
    outputs.add_options(parser, FORMS)
    options = parser.parse_args(words)
    outputs.refuse(options.outputs)
    outputs.write(options.outputs, rendered)
    return VALID


def rendered(output: Output) -> str:
    """The catalog in the form that is asked for; a Markdown file with marks keeps what is around them."""
    if output.form == "markdown" and output.file and output.file.exists():
        try:
            return catalog.between_marks(output.file.read_text(encoding="utf-8"))
        except UnicodeDecodeError as error:
            raise Unable(f"--output: {output.file} must be UTF-8 to be renewed") from error
    return {"text": catalog.text, "json": catalog.as_json, "markdown": catalog.markdown}[output.form]()

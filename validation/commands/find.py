"""`find`: a phrase in a document, for whoever adds a number: offsets, quote and a row to paste."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from validation import vocabulary
from validation.commands import folders
from validation.commands.program import VALID, Parser, Unable, say
from validation.files.documents import Document
from validation.files.schemas import OBSERVATIONS, TABLES
from validation.language import numerals, printed, qualifiers
from validation.language.written import plain
from validation.model.register import Register, load
from validation.rules.evidence import LONGEST_QUOTE

# Words on each side of a number, so that a changed number can be told from a lost passage.
CONTEXT = 3


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0, or raises `Unable` where there is no such document, or no such phrase in it."""
    parser.usage = "%(prog)s [--datasets DIR] [--seeds DIR] SOURCE_ID PHRASE"
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    # A phrase may begin with a minus, which argparse takes for an option: what is none of its own is left over.
    options, left = parser.parse_known_args(words)
    if "--" in left:
        left.remove("--")
    if len(left) != 2 or not all(left):
        parser.error(f"SOURCE_ID and a PHRASE in quotation marks must be there, not {_shown(left)}")
    try:
        say(find(load(folders.datasets(options), folders.seeds(options)), *left) + "\n")
    except LookupError as error:
        raise Unable(error.args[0]) from error
    return VALID


def _shown(words: Sequence[str]) -> str:
    return " ".join(map(repr, words)) or "nothing at all"


def find(register: Register, source_id: str, phrase: str) -> str:
    """Each place of the phrase in the article: offsets, quote, draft row. Raises `LookupError` saying what there is."""
    document = _document(register, source_id)
    places = [match.start() for match in re.finditer(re.escape(phrase), document.body)]
    if not places:
        raise LookupError(f"{phrase!r} is not in {document.file}; mind its quotation marks and spaces")
    return "\n".join(_place(document, start, start + len(phrase)) for start in places)


def _document(register: Register, source_id: str) -> Document:
    if source_id in register.documents:
        return register.documents[source_id]
    here = ", ".join(sorted(register.documents)) or "none"
    known = source_id in set(register["sources"]["source_id"])
    what = f"the document of {source_id} is not in the seeds folder" if known else f"there is no source {source_id}"
    raise LookupError(f"{what}; documents here: {here}")


def _place(document: Document, start: int, end: int) -> str:
    quote_start, quote_end = _widened(document.body, start, end)
    quote = document.body[quote_start:quote_end]
    once = "" if document.body.count(quote) == 1 else "  (stands more than once: quote more words)"
    row = _draft(document, start, end, quote_start, quote_end)
    return f"{document.source_id}: start {quote_start}, end {quote_end}{once}\nquote: {quote}\n{row}"


def _widened(body: str, start: int, end: int) -> tuple[int, int]:
    """The phrase with up to three words on either side, within its sentence and at most 120 characters."""
    before = re.search(rf"(?:(?<!\S)\S*[^\s.!?]\s){{0,{CONTEXT}}}\S*$", body[:start])
    after = re.match(rf"(?:\S*[^\s.!?])?(?: \S*[^\s.!?]){{0,{CONTEXT}}}", body[end:])
    low = before.start() if before else start
    high = end + (after.end() if after else 0)
    return (low, high) if high - low <= LONGEST_QUOTE else (start, end)


def _draft(document: Document, start: int, end: int, quote_start: int, quote_end: int) -> str:
    """A row of observations.csv with what the text gives; ids, period and indicator are left to whoever reads it."""
    quote = document.body[quote_start:quote_end]
    found = [
        one for one in numerals.find(document.body, quote_start, quote_end) if one.start >= start and one.end <= end
    ]
    shown = found[0].text if found else ""
    cells = {name: "" for name in TABLES["observations"].columns}
    cells |= {"printed": shown, "source_id": document.source_id, "quote": quote, "status": "A"}
    cells |= {"start": str(quote_start), "end": str(quote_end), "period_basis": vocabulary.UNSTATED}
    if shown and quote.count(shown) == 1:
        cells |= {"value": _value(shown), "qualifier": qualifiers.said(quote, shown)[0]}
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells[name] for name in OBSERVATIONS.columns)
    return line.getvalue()


def _value(shown: str) -> str:
    try:
        return plain(printed.read(shown).value)
    except printed.Unreadable:
        return ""

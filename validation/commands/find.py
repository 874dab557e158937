"""`find`: a phrase in a document, for whoever adds a number: offsets, quote and a row to paste."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from validation import vocabulary
from validation.commands import folders
from validation.commands.program import VALID, Parser, Unable, say
from validation.files import edits
from validation.files.documents import Document
from validation.files.schemas import OBSERVATIONS
from validation.language import phrases
from validation.language.numerals import Numeral
from validation.language.reading.seen import flat
from validation.language.written import plain
from validation.model.register import Register, load


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
    places = list(document.seen.places(phrase))
    if not places:
        raise LookupError(f"{phrase!r} is not in {document.file}; mind its quotation marks and spaces")
    found = document.numerals
    return "\n".join(_place(document, found, place) for place in places)


def _document(register: Register, source_id: str) -> Document:
    if source_id in register.documents:
        return register.documents[source_id]
    here = ", ".join(sorted(register.documents)) or "none"
    known = source_id in set(register["sources"]["source_id"])
    what = f"the document of {source_id} is not in the seeds folder" if known else f"there is no source {source_id}"
    raise LookupError(f"{what}; documents here: {here}")


def _place(document: Document, found: Sequence[Numeral], place: tuple[int, int]) -> str:
    start, end = place
    within = [one for one in found if one.start < end and one.end > start]
    if within:  # whole numbers, whatever of them was asked for
        start, end = min(start, within[0].start), max(end, within[-1].end)
    (first, last), is_once = _quoted(document, start, end)
    quote = flat(document.body[first:last])
    once = "" if is_once else "  (stands more than once: quote more words)"
    row = _draft(document, within[0] if within else None, first, last, quote)
    return f"{document.source_id}: start {first}, end {last}{once}\nquote: {quote}\n{row}"


def _quoted(document: Document, start: int, end: int) -> tuple[tuple[int, int], bool]:
    """The phrase with the words around it, more of them where only so it stands once; and whether it does."""
    for once in (True, False):
        fits = partial(_fits, document, once=once)
        if found := phrases.quoted(document.body, start, end, [], fits):
            return found, once
    return (start, end), False


def _fits(document: Document, start: int, end: int, *, once: bool) -> bool:
    words = flat(document.body[start:end])
    return len(words) <= phrases.LONGEST_QUOTE and (not once or len(list(document.seen.places(words))) == 1)


def _draft(document: Document, one: Numeral | None, start: int, end: int, quote: str) -> str:
    """A row of observations.csv with what the text gives; ids, period and indicator are left to whoever reads it."""
    cells = {"source_id": document.source_id, "quote": quote, "status": vocabulary.STATED_STATUS}
    cells |= {"start": str(start), "end": str(end), "period_basis": vocabulary.UNSTATED}
    cells |= {"locator": document.locator(start)}
    if one:
        value = "" if one.value is None else plain(one.value)
        cells |= {"printed": one.text, "value": value, "qualifier": one.qualifier}
    return edits.line(OBSERVATIONS.columns, cells)

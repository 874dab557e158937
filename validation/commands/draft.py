"""`draft`: a row for every numeral that nothing accounts for, in the order of the text, ready to be accepted."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict

from validation import vocabulary
from validation.commands import folders
from validation.commands.program import VALID, Parser, Unable, say
from validation.files import edits
from validation.files.schemas import TABLES
from validation.language.written import many
from validation.model.drafting.draft import Draft, Row
from validation.model.drafting.drafts import drafts
from validation.model.register import Register, load

SHOWN: Mapping[str, Sequence[str]] = {
    "observations": ("printed", "value", "unit_id", "qualifier", "period", "indicator_id", "area_id", "attribution"),
    "mentions": ("printed", "period", "event_id"),
    "exclusions": ("reason",),
}
"""The cells that a reader of drafts looks at first."""


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0, or raises `Unable` where there is no such document."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE_ID", help="documents (default: every one that is here)")
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text", help="default: text")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    options = parser.parse_args(words)
    register = load(folders.datasets(options), folders.seeds(options))
    chosen = list(dict.fromkeys(options.sources)) or sorted(register.documents)
    if strange := [name for name in chosen if name not in register.documents]:
        here = ", ".join(sorted(register.documents)) or "none"
        raise Unable(f"there is no document {' or '.join(strange)} in the seeds folder; documents here: {here}")
    say(_FORMATS[options.format](register, {name: drafts(register, name) for name in chosen}))
    return VALID


def as_text(register: Register, found: Mapping[str, Sequence[Draft]]) -> str:
    """A numeral to a paragraph: where it stands, what it may be, how sure that is and why; then what repeats itself."""
    parts = []
    for name, each in found.items():
        counts = Counter(draft.sure for draft in each)
        sure = [f"{counts[code]} {one.words.lower()}" for code, one in vocabulary.SURENESSES.items() if counts[code]]
        parts.append(f"{name}: {', '.join([many(len(each), 'draft'), *sure])}\n")
        parts += [_paragraph(register, draft) for draft in each]
        parts += _patterns(each)
    return "\n".join(parts) or "no documents here\n"


def _paragraph(register: Register, draft: Draft) -> str:
    text = register.documents[draft.source_id].text
    line = text.count("\n", 0, draft.start) + 1
    values = draft.row.values
    cells = " ".join(f"{name}={edits.cell(values[name])}" for name in SHOWN[draft.row.table] if values.get(name))
    what = vocabulary.NUMERAL_STATES[draft.kind].words
    sure = vocabulary.SURENESSES[draft.sure].words.lower()
    lines = [
        f"{draft.source_id}:{line}: {values['quote']}",
        f"  {draft.text}: {what}, {sure}: {'; '.join(draft.why)}",
        *(f"  new row of {row.table}.csv: {next(iter(row.values.values()))}" for row in draft.rows[:-1]),
        f"  {cells}",
    ]
    return "\n".join(lines) + "\n"


def _patterns(found: Iterable[Draft]) -> list[str]:
    """What several drafts have in common, so that it can be decided at once."""
    alike = Counter((draft.pattern, draft.kind, draft.row.values.get("reason", "")) for draft in found)
    lines = [
        f"  {count} times {pattern}: {vocabulary.NUMERAL_STATES[kind].words}{f' ({reason})' if reason else ''}\n"
        for (pattern, kind, reason), count in alike.most_common()
        if count > 1 and "#" in pattern
    ]
    return ["alike:\n" + "".join(lines)] if lines else []


def as_csv(_: Register, found: Mapping[str, Sequence[Draft]]) -> str:
    """The rows as their tables have them, each table's below a line that names it."""
    rows = _once(row for each in found.values() for draft in each for row in draft.rows)
    parts = []
    for table in (name for name in TABLES if any(row.table == name for row in rows)):
        columns = TABLES[table].columns
        lines = [edits.line(columns, row.values) for row in rows if row.table == table]
        parts.append("\n".join([f"# {table}.csv", ",".join(columns), *lines, ""]))
    return "\n".join(parts)


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows, what several drafts need but once."""
    return list({(row.table, *row.values.items()): row for row in rows}.values())


def as_json(_: Register, found: Mapping[str, Sequence[Draft]]) -> str:
    """The drafts as one JSON object, by document."""
    said = {name: [asdict(draft) for draft in each] for name, each in found.items()}
    return json.dumps({"version": 1, "drafts": said}, ensure_ascii=False, indent=1) + "\n"


_FORMATS: Mapping[str, Callable[[Register, Mapping[str, Sequence[Draft]]], str]] = {
    "text": as_text,
    "csv": as_csv,
    "json": as_json,
}

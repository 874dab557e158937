"""What changed between two versions of the data: as text, as Markdown for a pull request, as JSON, as HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from itertools import groupby

from validation import vocabulary
from validation.files.schemas import TABLES
from validation.language.written import capitalized, many
from validation.model.changes import Aspect, Change, asked
from validation.reports.excerpts import visible

NOTHING = "nothing changed"
NONE = "(none)"
LONGEST = 120
"""Characters of a cell that are shown."""

VERSION = 1


@dataclass(frozen=True)
class Changes:
    """What changed between two versions, each named as it was asked for."""

    old: str
    new: str
    found: Sequence[Change]


def text(changes: Changes) -> str:
    """A line for each thing, with a line for each of its aspects, under what they weigh."""
    lines = [_summary(changes), ""]
    for weight, group in _by_weight(changes.found):
        lines += [f"{vocabulary.WEIGHTS[weight].words} ({weight})", ""]
        lines += [line for one in group for line in (_line(one), *_aspects(one))]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _line(change: Change) -> str:
    return f"  {told(change)}"


def _aspects(change: Change) -> Iterator[str]:
    for one in change.aspects:
        yield f"    {one.name}: {cell(one.before)} -> {cell(one.after)}"
    if change.because:
        yield f"    moved by {', '.join(change.because)}"


def told(change: Change) -> str:
    """What became of a thing, in a line: what it is, its id, its name, and why."""
    thing = THINGS.get(change.table, change.table.removesuffix("s"))
    now = f" to {change.now}" if change.now else ""
    why = f" ({change.reason})" if change.reason else ""
    return visible(f"{thing} {change.id} {vocabulary.CHANGES[change.kind].words}{now}{why}: {change.name}".rstrip(": "))


THINGS: Mapping[str, str] = {
    "observations": "number",
    "derivations": "calculated number",
    "mentions": "dating",
    "areas": "area",
    "errata": "erratum",
}
"""What a row of a table is called, where it is not the table's name without its s."""


def cell(words: str) -> str:
    """What a cell holds, cut where it is long."""
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return visible(short) or NONE


def markdown(changes: Changes) -> str:
    """A heading for what each weighs, and a table of what was and is."""
    lines = [f"**{_escaped(capitalized(_summary(changes)))}**", ""]
    for weight, group in _by_weight(changes.found):
        lines += [f"### {capitalized(vocabulary.WEIGHTS[weight].words)} ({weight})", ""]
        lines += ["| what | was | is |", "|---|---|---|", *(_row(one) for one in group), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(change: Change) -> str:
    was = "<br>".join(_sided(one, one.before, change) for one in change.aspects)
    now = "<br>".join(_sided(one, one.after, change) for one in change.aspects)
    moved = f"<br>moved by {', '.join(change.because)}" if change.because else ""
    return f"| {_escaped(told(change))}{moved} | {was} | {now} |"


def _sided(aspect: Aspect, words: str, change: Change) -> str:
    return f"{aspect.name}: {_escaped(cell(words))}"


def _escaped(words: str) -> str:
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]<>|#" else letter for letter in words)


def as_json(changes: Changes) -> str:
    """Every change with its aspects, and what they ask of a version."""
    document = {
        "version": VERSION,
        "old": changes.old,
        "new": changes.new,
        "asks_for": asked(changes.found),
        "changes": [asdict(one) | {"aspects": [one._asdict() for one in one.aspects]} for one in changes.found],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def html(changes: Changes) -> str:
    """A page that needs nothing else."""
    parts = "".join(_part(weight, list(group)) for weight, group in _by_weight(changes.found))
    title = escape(_summary(changes))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{capitalized(title)}</h1>\n{parts}</body>\n</html>\n"
    )


STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
    "dt{font-weight:600;margin-top:1rem}dd{margin:0 0 0 1rem}del{opacity:.7}ins{text-decoration:none;font-weight:600}"
)


def _part(weight: str, group: Sequence[Change]) -> str:
    items = "".join(f"<dt>{escape(told(one))}</dt>\n{_told_in_html(one)}" for one in group)
    return f"<h2>{escape(capitalized(vocabulary.WEIGHTS[weight].words))} ({weight})</h2>\n<dl>\n{items}</dl>\n"


def _told_in_html(change: Change) -> str:
    rows = [
        f"<dd>{escape(one.name)}: <del>{escape(cell(one.before))}</del> → <ins>{escape(cell(one.after))}</ins></dd>\n"
        for one in change.aspects
    ]
    moved = f"<dd>moved by {escape(', '.join(change.because))}</dd>\n" if change.because else ""
    return "".join(rows) + moved


FORMS: Mapping[str, Callable[[Changes], str]] = {"text": text, "markdown": markdown, "json": as_json, "html": html}


def _summary(changes: Changes) -> str:
    """How much changed, and what that asks of a version."""
    if not changes.found:
        return f"{NOTHING} from {changes.old} to {changes.new}"
    counts = ", ".join(
        f"{many(len(list(group)), _thing(table))} {kind}" for (table, kind), group in _by_kind(changes.found)
    )
    return f"{changes.old} to {changes.new}: {counts}; this asks for a {asked(changes.found)} version"


def _thing(table: str) -> str:
    return THINGS.get(table, table.removesuffix("s"))


def _by_kind(found: Sequence[Change]) -> Iterator[tuple[tuple[str, str], Iterator[Change]]]:
    def key(one: Change) -> tuple[str, str]:
        return one.table, one.kind

    order = ["observations", "derivations", *TABLES]
    ordered = sorted(found, key=lambda one: (order.index(one.table), list(vocabulary.CHANGES).index(one.kind)))
    yield from groupby(ordered, key=key)


def _by_weight(found: Sequence[Change]) -> Iterator[tuple[str, Iterator[Change]]]:
    yield from groupby(found, key=lambda one: one.weight)

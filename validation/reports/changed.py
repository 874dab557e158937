"""What changed between two versions of the data: as text, as Markdown for a pull request, as JSON, as HTML."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from itertools import groupby

from validation import vocabulary
from validation.files.schemas import TABLES
from validation.language.written import capitalized, many
from validation.model.changes import PACKAGE, Aspect, Change, asked
from validation.reports.excerpts import visible
from validation.reports.html import document

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
    what = thing(change.table)
    now = f" to {change.now}" if change.now else ""
    why = f" ({change.reason})" if change.reason else ""
    return visible(f"{what} {change.id} {vocabulary.CHANGES[change.kind].words}{now}{why}: {change.name}".rstrip(": "))


THINGS: Mapping[str, str] = {
    "observations": "number",
    "derivations": "calculated number",
    "mentions": "dating",
    "areas": "area",
    "errata": "erratum",
    "retired": "retired id",
    "package": "description",
}
"""What a row of a table is called, where it is not the table's name without its s."""


def cell(words: str) -> str:
    """What a cell holds, cut where it is long."""
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    return visible(short) or NONE


def markdown(changes: Changes) -> str:
    """A heading for what each weighs, and a table of what was and is."""
    lines = [f"**{escaped(_headline(changes))}**", ""]
    for weight, group in _by_weight(changes.found):
        lines += [f"### {capitalized(vocabulary.WEIGHTS[weight].words)} ({weight})", ""]
        lines += ["| what | was | is |", "|---|---|---|", *(_row(one) for one in group), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(change: Change) -> str:
    was = "<br>".join(_sided(one.name, one.before) for one in change.aspects)
    now = "<br>".join(_sided(one.name, one.after) for one in change.aspects)
    moved = f"<br>moved by {', '.join(change.because)}" if change.because else ""
    return f"| {escaped(told(change))}{moved} | {was} | {now} |"


def _sided(name: str, words: str) -> str:
    return f"{name}: {escaped(cell(words))}"


def escaped(words: str) -> str:
    """Words whose signs mean nothing in Markdown."""
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


def read(data: bytes) -> Changes:
    """What `as_json` wrote. Raises ValueError for anything else."""
    try:
        said = json.loads(data)
        found = [_change(**one) for one in said["changes"]]
        return Changes(said["old"], said["new"], found)
    except (KeyError, TypeError) as error:
        raise ValueError("must be what `diff --format json` writes") from error


def _change(*, aspects: Iterable[Mapping[str, str]], because: Iterable[str], **said: str) -> Change:
    return Change(aspects=tuple(Aspect(**one) for one in aspects), because=tuple(because), **said)


def html(changes: Changes) -> str:
    """A page that needs nothing else."""
    parts = "".join(_part(weight, list(group)) for weight, group in _by_weight(changes.found))
    told = _headline(changes)
    return document(told, f"<header>\n<h1>What changed</h1>\n<p>{escape(told)}.</p>\n</header>\n<main>\n{parts}")


def _part(weight: str, group: Sequence[Change]) -> str:
    items = "".join(
        f"<article>\n<p><strong>{escape(told(one))}</strong></p>\n{_sides(one)}</article>\n" for one in group
    )
    words = capitalized(vocabulary.WEIGHTS[weight].words)
    return f"<section>\n<h2>{escape(words)} ({weight})</h2>\n{items}</section>\n"


def _sides(change: Change) -> str:
    rows = [
        f"<p>{escape(one.name)}: <del>{escape(cell(one.before))}</del> → <ins>{escape(cell(one.after))}</ins></p>\n"
        for one in change.aspects
    ]
    return "".join(rows) + (_paragraph(f"moved by {', '.join(change.because)}", "small") if change.because else "")


def _paragraph(words: str, tag: str) -> str:
    return f"<p><{tag}>{escape(words)}</{tag}></p>\n"


FORMS: Mapping[str, Callable[[Changes], str]] = {"text": text, "markdown": markdown, "json": as_json, "html": html}


def _headline(changes: Changes) -> str:
    """The summary as a sentence; what it may begin with is a name, which stays as it is."""
    return _summary(changes) if changes.found else capitalized(_summary(changes))


def _summary(changes: Changes) -> str:
    """How much changed, and what that asks of a version."""
    if not changes.found:
        return f"{NOTHING} from {changes.old} to {changes.new}"
    counted = ", ".join(f"{many(count, what)} {kind}" for what, kind, count in counts(changes.found))
    return f"{changes.old} to {changes.new}: {counted}; this asks for a {asked(changes.found)} version"


def thing(table: str) -> str:
    """What a row of a table is called."""
    return THINGS.get(table, table.removesuffix("s"))


def counts(found: Sequence[Change]) -> Iterator[tuple[str, str, int]]:
    """How many things of each kind became what: what they are called, a code of `vocabulary.CHANGES`, the count."""

    def key(one: Change) -> tuple[str, str]:
        return one.table, one.kind

    order = ["observations", "derivations", *TABLES, PACKAGE]
    ordered = sorted(found, key=lambda one: (order.index(one.table), list(vocabulary.CHANGES).index(one.kind)))
    yield from ((thing(table), kind, len(list(group))) for (table, kind), group in groupby(ordered, key=key))


def _by_weight(found: Sequence[Change]) -> Iterator[tuple[str, Iterator[Change]]]:
    yield from groupby(found, key=lambda one: one.weight)

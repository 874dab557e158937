"""Notes beside a text: what each marked number is, and the way to it and back."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates
from dashboard.charts import rows as written
from dashboard.design import codes, elements
from dashboard.design.attributes import data as data_
from dashboard.sections.disputes import between, disputes
from dashboard.sections.reading.entries import EVENT, EXCLUDED, RECORDED, UNACCOUNTED, Entry
from dashboard.sections.topics import topics
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation.files.passages import outcome

SAYS = {
    RECORDED: "recorded",
    EVENT: "date of an event",
    EXCLUDED: "left out",
    UNACCOUNTED: "unaccounted for",
}
"""What became of a numeral, in a word or two."""


def address(source_id: str, id: str) -> str:
    """Where a text is open at one of its entries."""
    return href(f"/sources/{source_id}", at=id)


def says(entry: Entry) -> str:
    """What became of a numeral and what it is, for whoever points at it."""
    return SAYS[entry.state] if entry.state == UNACCOUNTED else f"{SAYS[entry.state]}: {entry.name}"


def place(entry: Entry) -> str:
    """Where in the document the quote stands."""
    return f"characters {entry.start:,}–{entry.end:,}"


def evidence(data: Snapshot, entry: Entry) -> str:
    """What became of the quoted passage; a code of `codes.PASSAGES`."""
    if entry.state == RECORDED:
        return entry.row["evidence"]
    document = data.register.documents.get(entry.row["source_id"])
    if document is None:
        return "unverified"
    return outcome(document, entry.start, entry.end, entry.quote, entry.printed).kind


def verified(data: Snapshot, entry: Entry) -> Component:
    """The same as a tag."""
    code = codes.PASSAGES[evidence(data, entry)]
    return elements.tag(code.words, code.kind, code.meaning)


def notes(data: Snapshot, source_id: str, found: Iterable[Entry], at: str) -> list[Component]:
    """A list of notes, or nothing."""
    items = [note(data, source_id, entry, current=entry.id == at) for entry in found]
    return [html.Ul(items, className="notes")] if items else []


def note(data: Snapshot, source_id: str, entry: Entry, *, current: bool = False) -> Component:
    """One note: number, what it is; where it stands and what became of it when it is the current one."""
    back = html.A(_number(entry), href=address(source_id, entry.id), className="back", **data_(of=entry.id))
    parts = [html.P([*_sign(data, entry), back], className="note-number"), *_about(data, entry)]
    name = f"note note-{entry.state} {_tone(data, entry)}".rstrip()
    return html.Li(parts, id=entry.id, className=f"{name} current" if current else name, **data_(note=entry.id))


def _number(entry: Entry) -> str:
    if entry.state == RECORDED:
        return entry.row["said"]
    if entry.state == EXCLUDED:
        return ", ".join(entry.quote[a - entry.start : b - entry.start] for a, b in entry.stretches) or entry.quote
    return entry.printed


def _sign(data: Snapshot, entry: Entry) -> list[Component]:
    return [topics(data)[entry.row["topic"]].sign] if entry.state == RECORDED else []


def _tone(data: Snapshot, entry: Entry) -> str:
    return topics(data)[entry.row["topic"]].css if entry.state == RECORDED else ""


def _about(data: Snapshot, entry: Entry) -> list[Component]:
    if entry.state == RECORDED:
        return _of_number(data, entry)
    if entry.state == EVENT:
        return _of_event(data, entry)
    words = entry.name if entry.state == UNACCOUNTED else f"Left out: {entry.name}."
    return [html.P(words), *_more(data, entry)]


def _of_number(data: Snapshot, entry: Entry) -> list[Component]:
    row = entry.row
    name = html.A(row["indicator"], href=f"/indicators/{row['indicator_id']}")
    more = html.A("All about this number", href=f"/observations/{entry.id}")
    about = html.P([name, ", ", written.period(row)])
    return [about, *_disputed(data, entry), *_more(data, entry, more)]


def _of_event(data: Snapshot, entry: Entry) -> list[Component]:
    name = html.A(entry.name, href=f"/events/{entry.row['event_id']}")
    dated = dates.words(entry.row["period"])
    about = [name, f", {dated}"] if dated and dated != entry.printed else [name]
    return [html.P(about), *_disputed(data, entry), *_more(data, entry)]


def _disputed(data: Snapshot, entry: Entry) -> list[Component]:
    found = disputes(data, entry.id)
    return [html.P([dispute.tag for dispute in found], className="tags")] if found else []


def _more(data: Snapshot, entry: Entry, *links: Component) -> list[Component]:
    """What is shown of the current one alone."""
    if entry.state == UNACCOUNTED:
        return []
    told = [dispute.explanation for dispute in between(disputes(data, entry.id))]
    remarks = [html.P(words) for words in (*told, entry.row["note"]) if words]
    where = html.P([verified(data, entry), " ", place(entry)])
    return [html.Div([*remarks, where, *map(html.P, links)], className="note-more")]

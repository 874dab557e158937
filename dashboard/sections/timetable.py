"""Events and how documents date them: which can be chosen, what is said of their dates, as a table and as points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing import placing
from dashboard.charts.drawing.content import note, unsure
from dashboard.design import elements, signs
from dashboard.design.tables import Column, Row, table
from dashboard.sections import passages, sources
from dashboard.sections.cards import Point
from dashboard.state.addresses import href, slug
from validation import vocabulary
from validation.language.written import capitalized, many
from validation.model import accounts, events
from validation.model.events import Dating, Event
from validation.model.register import Register

PATH = "/timeline"
ALL, WRONG = "timeline/all", "timeline/wrong"
KIND = "timeline/kind/"
"""Before a kind; such keys name the figures, too."""


class Choice(NamedTuple):
    """Events that can be chosen: the key of their figure, what they are called, their address."""

    key: str
    words: str
    href: str
    events: Sequence[Event]


def choices(register: Register) -> Mapping[str, Choice]:
    """What can be seen of the events that have a date, by key: all, those of each kind, those that are wrong."""
    return register.once(_choices)


def ordered(found: Iterable[Event]) -> list[Event]:
    """The events as the timeline has them, group by group, and those without a date behind them."""
    found = list(found)
    return [event for group in placing.groups(found) for event in group] + [one for one in found if not one.period]


def events_table(found: Iterable[Event], caption: str) -> Component:
    """A row for each event: its date, its name, and how documents date it, each leading to its passage."""
    columns = (Column("Date", line="first"), Column("Event", line="first"), Column("In the documents’ words"))
    rows = [_row(event) for event in ordered(found)]
    return table(columns, rows, caption=caption, narrow="lines", hidden_caption=True)


def points(found: Iterable[Event]) -> Iterator[Point]:
    """The marks of the timeline: the events, and where documents date them wrongly."""
    for event in ordered(found):
        said = "".join(f"; {note(dating)}" for dating in event.differing)
        yield Point(event.id, f"{event.when}: {event.name}{said}", f"/events/{event.id}")
        for dating, _ in placing.elsewhere(event):
            yield Point(dating.id, f"{event.name}: {note(dating)}", passages.place(dating))


def when(event: Event) -> Component:
    """The date, and on what it rests."""
    standing = vocabulary.STANDINGS[event.standing]
    words = f", {standing.words}" if event.period else capitalized(standing.words)
    return html.Span([capitalized(event.when), html.Span(words, className="none", title=standing.meaning)])


def verdict(event: Event) -> Component:
    """How the documents date it, in a few words: wrongly, differently, alike, or not at all."""
    if event.wrong:
        gravest = min(event.wrong, key=lambda dating: vocabulary.place(dating.verdict, vocabulary.DATINGS))
        entry = vocabulary.DATINGS[gravest.verdict]
        names = dict.fromkeys(sources.name(dating.source) for dating in event.wrong)
        return elements.verdict("cross", f"{entry.words} in {' and in '.join(names)}", entry.meaning)
    if event.differing:
        conflicts = [one.verdict for dating in event.differing for one in dating.conflicts]
        shape = signs.ACCOUNTS[accounts.gravest(conflicts)] if conflicts else "unequal"
        said = vocabulary.DATINGS[vocabulary.OTHER_DATE].meaning
        return elements.verdict(shape, capitalized(placing.differently(event)), said)
    return elements.verdict(*_agreement(event), vocabulary.STANDINGS[event.standing].meaning)


def remark(dating: Dating) -> list[Component]:
    """What is said of a dating that is not the event's own, and how sure it is where that is less than could be."""
    if not dating.verdict:
        return []
    entry, sure = vocabulary.DATINGS[dating.verdict], vocabulary.CONFIDENCES[dating.confidence]
    kind = "wrong-time" if dating.is_wrong else "none"
    said = [(entry.words.lower(), kind, entry.meaning), (unsure(dating), "none", sure.meaning)]
    return [html.Span(words, className=kind, title=meaning) for words, kind, meaning in said if words]


def _agreement(event: Event) -> tuple[signs.Shape, str]:
    """How far datings agree of which none differs: a finer one than the event's date is not refuted by it, no more."""
    dated = [(one.source.id, one.period) for one in event.datings if one.period]
    count = many(len({name for name, _ in dated}), "document")
    if not dated:
        return "empty", "No document dates it"
    if event.period is None:
        return "empty", f"Dated by {count}, which nothing confirms"
    if event.standing == vocabulary.BY_ONE:
        return "empty", "One document alone dates it"
    by = f"{count} and a reference" if event.standing == vocabulary.BY_REFERENCE else count
    if all(period.holds(event.period) for _, period in dated):
        return "tick", f"Dated alike by {by}"
    doubt = vocabulary.DOUBT
    return signs.ACCOUNTS[doubt], f"Dated by {by}, which {vocabulary.ACCOUNTS[doubt].words.lower()}"


def _choices(register: Register) -> dict[str, Choice]:
    dated = [event for event in events.events(register) if event.period]
    wrong = [event for event in dated if event.wrong]
    found = [
        Choice(ALL, "All", PATH, dated),
        *(_of_kind(kind, members) for kind, members in _kinds(dated).items()),
        Choice(WRONG, "Told wrong", href(PATH, wrong="1"), wrong),
    ]
    return {one.key: one for one in found if one.events}


def _kinds(dated: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each kind by its name in addresses, the largest kinds first."""
    kinds: dict[str, list[Event]] = {}
    for event in dated:
        kinds.setdefault(slug(event.kind), []).append(event)
    return dict(sorted(kinds.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def _of_kind(kind: str, members: Sequence[Event]) -> Choice:
    """A choice of one kind; events whose kind no address can name are among all alone."""
    return Choice(f"{KIND}{kind}", capitalized(members[0].kind), href(PATH, kind=kind), members if kind else ())


def _row(event: Event) -> Row:
    alone = vocabulary.STANDINGS[event.standing].words
    note = [html.Span(f", {alone}", className="none")] if event.standing == vocabulary.BY_ONE else []
    date = html.Span([html.Strong(event.when or capitalized(alone), className="date"), *note])
    datings = [part for dating in event.datings for part in (" · ", *_dated(dating))]
    return Row((date, html.A(event.name, href=f"/events/{event.id}"), html.Span(datings[1:])), id=event.id)


def _dated(dating: Dating) -> list[Any]:
    """The date as printed, who prints it, and what is said of it."""
    printed = html.A(f"“{dating.printed}”", href=passages.place(dating))
    said = [part for one in remark(dating) for part in (", ", one)]
    return [printed, f" {sources.name(dating.source)}", *said]

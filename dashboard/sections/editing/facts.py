"""What is said of a document itself, as a form: its title, its author, its address; what was guessed is marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design import elements
from dashboard.design.controls import Input
from dashboard.design.elements import aria
from dashboard.sections import sources
from dashboard.sections.editing import after
from dashboard.sections.editing.places import Place
from dashboard.state.addresses import href
from validation.editing.changes import Change
from validation.editing.desk import Decision, Refused
from validation.files import edits
from validation.files.schemas import SOURCES
from validation.model.drafting.draft import Row
from validation.model.register import Register
from validation.vocabulary import AUTHOR_KINDS, Code


class Fact(NamedTuple):
    """A column of sources.csv that a person can know, with what to write there; `codes` where one must be chosen."""

    column: str
    words: str
    hint: str
    codes: Mapping[str, Code] | None = None
    span: str = "half"


FACTS: Sequence[Fact] = (
    Fact("title", "Title", "As the document gives it, or a description where it gives none.", span="whole"),
    Fact("short_name", "Short name", "What pages call it: a name of its own.", span="whole"),
    Fact("author", "Author", "Who wrote it. A semicolon between several."),
    Fact("author_kind", "The author is", "Only a person has a family name.", AUTHOR_KINDS),
    Fact("publisher", "Publisher", "Who published it."),
    Fact("published", "Published", "In EDTF: 2024, 2024-05 or 2024-05-17."),
    Fact("url", "Address", "The whole of it, from https:// or http:// on.", span="whole"),
    Fact("license", "Licence", "The one that the document names, if any."),
    Fact("language", "Language", "A BCP 47 tag: en, pt-BR. Numbers are read in it."),
)

GUESSED = "guessed"
"""What is said of a fact that the document does not state itself."""


def address(source_id: str, at: str = "") -> str:
    """Where the facts of a document are changed; `at` is where the work goes on behind that."""
    return href(f"/edit/{source_id}/document", **elements.given(at=at))


def row(register: Register, source_id: str) -> Row:
    """The document's row as it stands."""
    cells = register.tables["sources"].cells.fillna("")
    return Row("sources", cells[cells["source_id"].eq(source_id)].iloc[0].to_dict())


def stamp(standing: Row) -> str:
    """What names a row as it is, so that nobody writes over what they have not seen."""
    return sha256(edits.line(SOURCES.columns, standing.values).encode()).hexdigest()[:12]


def change(standing: Row, given: Mapping[str, str]) -> Change:
    """The row with what a form says; what a person writes is guessed no longer. Raises `Refused` where it is the same.

    Space within a cell is one blank: a cell that differs in that alone is left as it is.
    """
    said = {one.column: " ".join(given[one.column].split()) for one in FACTS if one.column in given}
    other = {name: text for name, text in said.items() if text != " ".join(standing.values[name].split())}
    if not other:
        raise Refused("nothing in it has changed")
    inferred = " ".join(name for name in standing.values["inferred"].split() if name not in other)
    return Change((Row("sources", {**standing.values, **other, "inferred": inferred}),), (standing,))


def words(source_id: str, made: Change) -> str:
    """A change of facts in a line."""
    before, now = made.removed[0].values, made.added[0].values
    changed = [one.words.lower() for one in FACTS if before[one.column] != now[one.column]]
    return f"About {now['short_name'] or source_id}: {', '.join(changed)}"


def layout(register: Register, place: Place, at: str, last: Sequence[Decision]) -> Component:
    """The form of a document's facts, with the way back to its text."""
    name = sources.name(place.source)
    back = place.address if at else f"/edit/{place.source.id}"
    crumbs = elements.breadcrumbs([("/edit", "Edit"), (back, name)])
    head = html.Div([crumbs, html.H1("About the document", tabIndex=-1)], className="head")
    return html.Div(
        [head, _form(row(register, place.source.id), at), *after.foot("Save", back, "sources.csv", last)],
        className="page work facts",
    )


def _form(standing: Row, at: str) -> Component:
    told = elements.data(act="describe", source=standing.values["source_id"], at=at, stands=stamp(standing))
    fields = html.Div([_field(one, standing) for one in FACTS], className="draft-fields")
    return html.Form(fields, id="facts", noValidate=True, **told)


def _field(one: Fact, standing: Row) -> Component:
    """A fact with its hint, and where it is said what is wrong with it."""
    id, value = f"fact-{one.column}", standing.values[one.column]
    is_guessed = one.column in standing.values["inferred"].split()
    mark = [" ", html.Span(GUESSED, className="is-guessed")] if is_guessed else []
    told: dict[str, Any] = {"id": id, "name": one.column, **aria(describedby=f"{id}-hint {id}-fault")}
    if one.codes is not None:
        codes = {"": "Not said", **{code: entry.words for code, entry in one.codes.items()}}
        options = [html.Option(words, value=code, selected=code == value) for code, words in codes.items()]
        control: Component = html.Select(options, **told)
    else:
        control = Input(type="text", value=value, autoComplete="off", dir="auto", **told)
    label = html.Label([one.words, *mark], htmlFor=id)
    hint = html.P(one.hint, className="fact-hint", id=f"{id}-hint")
    fault = html.P(className="fact-fault", id=f"{id}-fault")
    return html.Div([label, control, hint, fault], className=f"field span-{one.span}")

"""Sources as pages show them: who wrote them and when, whether the document is here, how to cite them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates
from dashboard.design import elements
from dashboard.design.codes import Code
from dashboard.downloads import citations
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot

Source = dict[str, Any]

PRESENCES: Mapping[str, Code] = {
    "here": Code("Here, unchanged", "The text is the very one that was read: its SHA-256 is as registered.", "ok"),
    "changed": Code("Changed", "The text is not the one that was read: its SHA-256 differs. It is not shown.", "warn"),
    "absent": Code("Not here", "The text is not in the seeds folder."),
}
ADDING = "Put the texts into the seeds folder, each under the name that sources.csv gives it, and start again"
"""What seeds/README.md says, in a sentence."""


def documents(data: Snapshot) -> list[Source]:
    """The sources whose texts were read, in the order of the table."""
    return [source for source in sources(data) if source["kind"] == "document"]


def references(data: Snapshot) -> list[Source]:
    """The sources that are known by their addresses."""
    return [source for source in sources(data) if source["kind"] == "reference"]


def sources(data: Snapshot) -> list[Source]:
    """Every source, missing cells as empty text."""
    return facts.table(data, "sources").to_dict("records")


def find(data: Snapshot, source_id: str) -> Source:
    """The source of that id. Raises `Unknown` where there is none."""
    found = {source["source_id"]: source for source in sources(data)}
    if source_id not in found:
        raise Unknown("source", source_id, found)
    return found[source_id]


def presence(data: Snapshot, source_id: str) -> str:
    """Whether a document's text is here; a code of `PRESENCES`."""
    document = data.register.documents.get(source_id)
    if document is None:
        return "absent"
    return "here" if document.unchanged else "changed"


def presence_tag(data: Snapshot, source_id: str) -> Component:
    """The same as a tag."""
    code = PRESENCES[presence(data, source_id)]
    return elements.tag(code.words, code.kind, code.meaning)


def byline(source: Source) -> list[Any]:
    """Author, publisher and date, with what the text doesn't state marked as inferred; never empty."""
    date = dates.words(source["published"])
    known = (("author", source["author"]), ("publisher", source["publisher"]), ("published", date))
    parts = [_named(source, column, words) for column, words in known if words]
    return [part for i, named in enumerate(parts) for part in ([" · "] if i else []) + named] or ["No author named"]


def citation(data: Snapshot, source_id: str) -> str:
    """The source in the words of a citation."""
    cited = {each.id: each for each in citations.of_collection(data)}
    return citations.sentence(cited[source_id])


def counts(data: Snapshot, table: str) -> Counter[str]:
    """How many rows of a table each source has."""
    return Counter(facts.table(data, table)["source_id"])


def _named(source: Source, column: str, words: str) -> list[Any]:
    if column not in source["inferred"].split():
        return [words]
    return [words, " ", html.Span("inferred", className="inferred", title="The text itself does not state it.")]

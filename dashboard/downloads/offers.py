"""Every file that can be taken away, as a function of the data. An id that nothing has raises `Unknown`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.downloads import annotations as passages
from dashboard.state.refusals import Unknown
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot
from dashboard.web.bodies import CSL, Body
from validation.model import citations
from validation.model.citations import COLLECTION, NOWHERE, Citation, Visit
from validation.model.observations import Observation
from validation.model.rows import COLUMNS
from validation.packing import archive, bibtex, csl, delimited, records, things
from validation.packing.archive import as_json

SCHEMA = "application/schema+json"


def numbers(data: Snapshot, chosen: Selection) -> Body:
    """The chosen numbers, for programs."""
    return Body(delimited.machine(COLUMNS, _rows(data, chosen.choose(data))), f"{chosen.name()}.csv")


def numbers_for_spreadsheets(data: Snapshot, chosen: Selection) -> Body:
    """The chosen numbers, for spreadsheets."""
    return Body(delimited.spreadsheet(COLUMNS, _rows(data, chosen.choose(data))), f"{chosen.name()}.excel.csv")


def lines(data: Snapshot) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Both files of all numbers, by their addresses: the first line, and the line of each number."""
    made = {"/download/numbers.csv": numbers, "/download/numbers.excel.csv": numbers_for_spreadsheets}
    chosen = Selection()
    ids = [number.id for number in chosen.choose(data)]
    found = {}
    for address, make in made.items():
        head, *each = make(data, chosen).data.decode().splitlines(keepends=True)
        found[address] = head, dict(zip(ids, each, strict=True))
    return found


def derivations(data: Snapshot) -> Body:
    """What is calculated, with its results."""
    return Body(records.results(data.register), "derivations.csv")


def indicator_rows(data: Snapshot, indicator_id: str) -> Body:
    """One indicator's numbers, stated and calculated, as CSV."""
    rows = _rows(data, _of_indicator(data, indicator_id))
    return Body(delimited.machine(COLUMNS, rows), f"{indicator_id}.csv")


def observation(data: Snapshot, name: str) -> Body:
    """One number, stated or calculated, with what is known of it besides, as JSON."""
    return _thing(data, "observation", name)


def indicator(data: Snapshot, name: str) -> Body:
    """One indicator with its numbers, as JSON."""
    return _thing(data, "indicator", name)


def source(data: Snapshot, name: str) -> Body:
    """One source with what it states, as JSON."""
    return _thing(data, "source", name)


def chart(data: Snapshot, name: str) -> Body:
    """One chart with its indicators and their numbers, as JSON."""
    return _thing(data, "chart", name)


def schema(data: Snapshot) -> Body:
    """The JSON Schema of these four."""
    return Body(as_json(things.schema(data.register)), "schema.json", SCHEMA)


def table(data: Snapshot, name: str) -> Body:
    """One table, byte for byte."""
    tables = data.register.tables
    if name not in tables:
        raise Unknown("table", f"{name}.csv", [each.file for each in tables.values()], root="/download/tables/")
    return Body(tables[name].data, tables[name].file)


def package(data: Snapshot) -> Body:
    """All of it."""
    return Body(archive.zipped(archive.files(data.register)), "datapackage.zip")


def annotations(data: Snapshot) -> Body:
    """Every passage as an annotation."""
    return Body(as_json(passages.annotated(data)), "annotations.jsonld")


def citation_as_bibtex(data: Snapshot, name: str, visit: Visit = NOWHERE) -> Body:
    """One number to cite, stated or calculated, in BibTeX."""
    return _as_bibtex(_cited(data, name, visit), name)


def citation_as_csl(data: Snapshot, name: str, visit: Visit = NOWHERE) -> Body:
    """One number to cite, stated or calculated, in CSL-JSON."""
    return _as_csl(_cited(data, name, visit), name)


def collection_as_bibtex(data: Snapshot, visit: Visit = NOWHERE) -> Body:
    """The collection and its sources to cite, in BibTeX."""
    return _as_bibtex(citations.of_collection(data.register, visit), COLLECTION)


def collection_as_csl(data: Snapshot, visit: Visit = NOWHERE) -> Body:
    """The collection and its sources to cite, in CSL-JSON."""
    return _as_csl(citations.of_collection(data.register, visit), COLLECTION)


def _rows(data: Snapshot, numbers: Iterable[Observation]) -> list[list[records.Written]]:
    return [records.row(number, data.register) for number in numbers]


def _of_indicator(data: Snapshot, name: str) -> list[Observation]:
    if name not in data.register.indicators:
        raise Unknown("indicator", name, data.register.indicators)
    return records.of_indicator(data.register, name)


def _thing(data: Snapshot, kind: str, name: str) -> Body:
    known = things.KINDS[kind]
    if known.find(data.register, name) is None:
        raise Unknown(kind, name, known.ids(data.register))
    return Body(as_json(things.thing(data.register, kind, name)), f"{name}.json")


def _cited(data: Snapshot, name: str, visit: Visit) -> list[Citation]:
    number = data.register.number(name)
    if number is None:
        raise Unknown("observation", name, data.register.numbers)
    return citations.of_number(data.register, number, visit)


def _as_bibtex(cited: Iterable[Citation], name: str) -> Body:
    return Body(bibtex.written(cited).encode(), f"{name}.bib")


def _as_csl(cited: Iterable[Citation], name: str) -> Body:
    return Body(as_json(csl.items(cited)), f"{name}.json", CSL)

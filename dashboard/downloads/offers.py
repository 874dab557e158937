"""Every file that can be taken away, as a function of the data. An id that nothing has raises `Unknown`."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from dashboard.downloads import annotations as passages
from dashboard.downloads import archive, bibtex, citations, csl, delimited, records
from dashboard.downloads.bodies import CSL, Body, as_json
from dashboard.state import facts
from dashboard.state.refusals import Unknown
from dashboard.state.selection import Selection
from dashboard.state.store import Snapshot


def observations(data: Snapshot, chosen: Selection) -> Body:
    """The chosen observations, for programs."""
    return Body(delimited.machine(_chosen(data, chosen)), f"{chosen.name()}.csv")


def observations_for_spreadsheets(data: Snapshot, chosen: Selection) -> Body:
    """The chosen observations, for spreadsheets."""
    return Body(delimited.spreadsheet(_chosen(data, chosen)), f"{chosen.name()}.excel.csv")


def indicator_rows(data: Snapshot, indicator_id: str) -> Body:
    """One indicator's numbers, stated and computed, as CSV."""
    _demand("indicator", indicator_id, data.register["indicators"]["indicator_id"])
    return Body(delimited.machine(records.of_indicator(data, indicator_id)), f"{indicator_id}.csv")


def indicator(data: Snapshot, indicator_id: str) -> Body:
    """One indicator with its numbers, as JSON."""
    _demand("indicator", indicator_id, data.register["indicators"]["indicator_id"])
    content = {
        "indicator": records.found(data, "indicators", "indicator_id", indicator_id)[0],
        "numbers": records.plain(records.of_indicator(data, indicator_id)),
        "derivations": records.found(data, "derivations", "indicator_id", indicator_id),
    }
    return Body(as_json(content), f"{indicator_id}.json")


def observation(data: Snapshot, observation_id: str) -> Body:
    """One number, stated or computed, with what is known of it besides, as JSON."""
    rows = data.once(records.numbers)
    _demand("observation", observation_id, rows["observation_id"])
    sides = [records.found(data, "conflicts", side, observation_id) for side in ("left_id", "right_id")]
    content = {
        "number": records.plain(rows[rows["observation_id"].eq(observation_id)])[0],
        "derivations": records.found(data, "derivations", "derivation_id", observation_id),
        "conflicts": [*sides[0], *sides[1]],
        "errata": records.found(data, "errata", "target_id", observation_id),
        "checks": records.found(data, "checks", "observation_id", observation_id),
    }
    return Body(as_json(content), f"{observation_id}.json")


def table(data: Snapshot, name: str) -> Body:
    """One table, byte for byte."""
    tables = data.register.tables
    if name not in tables:
        raise Unknown("table", f"{name}.csv", [each.file for each in tables.values()], root="/download/tables/")
    return Body(tables[name].data, tables[name].file)


def package(data: Snapshot) -> Body:
    """All of it."""
    return Body(archive.zipped(archive.files(data)), "datapackage.zip")


def annotations(data: Snapshot) -> Body:
    """Every passage as an annotation."""
    return Body(as_json(passages.annotated(data)), "annotations.jsonld")


def citation_as_bibtex(data: Snapshot, observation_id: str) -> Body:
    """One observation to cite, in BibTeX."""
    _demand("observation", observation_id, facts.observations(data)["observation_id"])
    return Body(bibtex.written(citations.of_observation(data, observation_id)).encode(), f"{observation_id}.bib")


def citation_as_csl(data: Snapshot, observation_id: str) -> Body:
    """One observation to cite, in CSL-JSON."""
    _demand("observation", observation_id, facts.observations(data)["observation_id"])
    return Body(as_json(csl.items(citations.of_observation(data, observation_id))), f"{observation_id}.json", CSL)


def collection_as_bibtex(data: Snapshot) -> Body:
    """The collection and its sources to cite, in BibTeX."""
    return Body(bibtex.written(citations.of_collection(data)).encode(), "collection.bib")


def collection_as_csl(data: Snapshot) -> Body:
    """The collection and its sources to cite, in CSL-JSON."""
    return Body(as_json(csl.items(citations.of_collection(data))), "collection.json", CSL)


def _chosen(data: Snapshot, chosen: Selection) -> pd.DataFrame:
    return records.described(data, chosen.choose(facts.observations(data)))


def _demand(kind: str, asked: str, ids: Iterable[str]) -> None:
    ids = set(ids)
    if asked not in ids:
        raise Unknown(kind, asked, ids)

"""The tables: their columns in the order of the files, their keys, and what they point to."""

from __future__ import annotations

import pytest

from validation.files.schemas import TABLES

COLUMNS = {
    "sources": "source_id kind short_name title author author_kind publisher published inferred url accessed license "
    "language file sha256 characters body_end original original_sha256 converted_by confidence note",
    "charts": "chart_id topic name kind headline note",
    "indicators": "indicator_id name chart_id measure unit_id change_of definition",
    "units": "unit_id name symbol words pint",
    "areas": "area_id name kind part_of iso_3166",
    "observations": "observation_id indicator_id area_id period period_basis period_note printed value unit_id "
    "qualifier attribution status source_id start end quote locator note",
    "events": "event_id name kind area_id period note",
    "mentions": "mention_id event_id printed period period_basis source_id start end quote note",
    "exclusions": "source_id start end quote reason note",
    "derivations": "derivation_id indicator_id area_id period formula unit_id note",
    "conflicts": "conflict_id left_id right_id verdict explanation",
    "errata": "target_id stated correct reason authority_id",
    "retired": "id replaced_by version reason",
    "checks": "observation_id reference_id verdict explanation",
}


def test_the_tables_have_their_columns_in_order():
    assert {name: " ".join(spec.columns) for name, spec in TABLES.items()} == COLUMNS
    assert list(TABLES) == list(COLUMNS)


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means(name):
    spec = TABLES[name]
    assert spec.title.endswith(".")
    for column in spec.schema.columns.values():
        assert column.description.endswith(".")
        assert column.metadata["type"] in ("string", "number", "integer")


@pytest.mark.parametrize("name", TABLES)
def test_keys_and_links_are_columns_and_tables_with_an_id(name):
    spec = TABLES[name]
    assert set(spec.key) <= set(spec.columns)
    assert set(spec.links) <= set(spec.columns)
    targets = {target for tables in spec.links.values() for target in tables}
    assert all(len(TABLES[target].key) == 1 for target in targets)


@pytest.mark.parametrize("name", TABLES)
def test_the_shipped_tables_have_these_columns(root, name):
    header = (root / "datasets" / f"{name}.csv").read_text(encoding="utf-8").split("\n")[0]
    assert header == ",".join(TABLES[name].columns)

"""The package's tables as CSV on the Web, held against a validator that is not ours."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import csvw as other
import pytest

from tests import edits
from validation.files.schemas import TABLES
from validation.model.register import Register
from validation.packing import archive, csvw


def unpacked(register: Register, folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(archive.zipped(archive.files(register)))).extractall(folder)
    return folder


def problems(folder: Path) -> list[str]:
    """What the validator finds: it warns of most, and stops at some."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # it collects its own warnings, and those that are errors would end it
        try:
            read = other.CSVW(str(folder / csvw.METADATA), validate=True)
            return [] if read.is_valid else [str(one.message) for one in read.warnings]
        except (ValueError, OSError) as error:
            return [str(error)]


def described(register: Register) -> dict[str, Any]:
    return json.loads(archive.files(register)[csvw.METADATA])


@pytest.fixture
def package(data: Register, tmp_path: Path) -> Path:
    return unpacked(data, tmp_path)


@pytest.mark.parametrize("collection", ["data", "referring", "real"])
@pytest.mark.long
def test_a_stranger_finds_the_tables_as_described(
    request: pytest.FixtureRequest, tmp_path: Path, collection: str
) -> None:
    assert problems(unpacked(request.getfixturevalue(collection), tmp_path)) == []


def test_every_table_is_described(data: Register) -> None:
    files = {name for name in archive.files(data) if name.endswith(".csv")}
    assert {table["url"] for table in described(data)["tables"]} == files


def test_columns_are_those_of_the_table_schema(data: Register) -> None:
    resources = json.loads(archive.files(data)[archive.packaging.DESCRIPTOR])["resources"]
    fields = {each["path"]: each["schema"]["fields"] for each in resources if "schema" in each}
    for table in described(data)["tables"]:
        columns = [(one["name"], one["titles"], one["dc:description"]) for one in table["tableSchema"]["columns"]]
        assert columns == [(one["name"], one["name"], one["description"]) for one in fields[table["url"]]]


def test_keys_hold_where_they_are_never_empty(data: Register) -> None:
    schemas = {table["url"]: table["tableSchema"] for table in described(data)["tables"]}
    assert schemas["tables/checks.csv"].get("primaryKey") is None
    assert schemas["numbers.csv"]["primaryKey"] == ["number_id"]
    link = {
        "columnReference": ["unit_id"],
        "reference": {"resource": "tables/units.csv", "columnReference": ["unit_id"]},
    }
    for name in ("numbers.csv", "derivations.csv", "tables/observations.csv", "tables/indicators.csv"):
        assert link in schemas[name]["foreignKeys"]
    required = {
        (name, column)
        for name, spec in TABLES.items()
        for column, targets in spec.links.items()
        if len(targets) == 1 and spec.schema.columns[column].metadata["constraints"].get("required")
    }
    for name, column in required:
        linked = [each["columnReference"] for each in schemas[f"tables/{name}.csv"]["foreignKeys"]]
        assert [column] in linked


def test_a_table_that_is_not_there_is_not_pointed_to(data: Register) -> None:
    tables = {name: table for name, table in data.tables.items() if name != "units"}
    assert "units.csv" not in json.dumps(described(Register(tables, data.documents, about=data.about)))


def change(path: str, old: str, new: str) -> Callable[[Path], object]:
    def spoil(folder: Path) -> None:
        file = folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    return spoil


def twice(folder: Path) -> None:
    file = folder / "tables/units.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[-1]]), encoding="utf-8", newline="")


def nameless(folder: Path) -> None:
    with edits.rows_of(folder / "tables", "areas") as rows:
        rows[0]["name"] = ""


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (change("tables/observations.csv", ",4600,", ",4600 or so,"), "invalid lexical value for decimal"),
        (change("numbers.csv", "True", "yes"), "invalid lexical value for boolean"),
        (change("tables/charts.csv", "chart_id", "chart"), "missing required columns {'chart_id'}"),
        (
            change("tables/observations.csv", ",hives,", ",barrels,"),
            "Key `barrels` not found in table tables/indicators.csv",
        ),
        (change("tables/observations.csv", ",nearly,", ",roughly,"), "invalid lexical value for string: roughly"),
        (nameless, "required column value is missing"),
        (twice, "duplicate primary key: "),
        (change("csv-metadata.json", "numbers.csv", "number.csv"), "No such file"),
        (change("csv-metadata.json", '"decimal"', '"integer"'), "value: Invalid value for integer"),
        (
            change("csv-metadata.json", '"resource": "tables/units.csv"', '"resource": "tables/sources.csv"'),
            "Foreign key error",
        ),
    ],
)
def test_it_fails_where_tables_and_description_disagree(
    package: Path, spoil: Callable[[Path], object], says: str
) -> None:
    spoil(package)
    found = problems(package)
    assert found
    assert says in found[0]

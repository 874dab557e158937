"""The data package: valid, complete, and the same bytes for the same data."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import frictionless
import pandas as pd
import pytest

from tests import registers
from validation.model.register import Register
from validation.packing import archive

PRINT_DIGEST = """
import sys
from hashlib import sha256
from pathlib import Path
from validation.packing import archive
from validation.model.register import load
data = load(Path(sys.argv[1]), None)
print(sha256(archive.zipped(archive.files(data))).hexdigest())
"""


def described(data: Register) -> dict[str, Any]:
    return json.loads(archive.files(data)[archive.packaging.DESCRIPTOR])


@pytest.mark.parametrize("collection", ["data", "real"])
@pytest.mark.long
def test_a_stranger_finds_the_unpacked_package_valid(
    request: pytest.FixtureRequest, tmp_path: Path, collection: str
) -> None:
    unpacked = archive.zipped(archive.files(request.getfixturevalue(collection)))
    zipfile.ZipFile(io.BytesIO(unpacked)).extractall(tmp_path)
    report = frictionless.validate(tmp_path / "datapackage.json")
    assert report.flatten(["path", "rowNumber", "type", "message"]) == []
    assert report.valid


def test_tables_are_byte_for_byte_those_of_the_folder(data: Register, folders: tuple[Path, Path]) -> None:
    packed = archive.files(data)
    tables = list(folders[0].glob("*.csv"))
    assert tables
    assert {file.name: packed[f"tables/{file.name}"] for file in tables} == {
        file.name: file.read_bytes() for file in tables
    }


def test_every_other_file_is_described_and_hashed(data: Register) -> None:
    packed = archive.files(data)
    stamps = {each["path"]: (each["bytes"], each["hash"]) for each in described(data)["resources"]}
    others = {name: content for name, content in packed.items() if name != archive.packaging.DESCRIPTOR}
    assert stamps == {name: (len(content), f"sha256:{sha256(content).hexdigest()}") for name, content in others.items()}


def test_the_descriptor_is_the_folder_s_with_more(data: Register, folders: tuple[Path, Path]) -> None:
    written, packed = json.loads((folders[0] / "datapackage.json").read_text()), described(data)
    assert packed["dataVersion"] == data.version
    assert {name: packed[name] for name in written if name != "resources"} == {
        name: value for name, value in written.items() if name != "resources"
    }
    more = {each["name"]: each for each in packed["resources"]}
    for table in written["resources"]:
        columns = [field["name"] for field in table.pop("schema")["fields"]]
        table["path"] = f"tables/{table['path']}"
        assert table.items() <= more[table["name"]].items()
        assert columns == [field["name"] for field in more[table["name"]]["schema"]["fields"]]


def test_members_are_sorted_plain_files_without_a_date(data: Register) -> None:
    members = zipfile.ZipFile(io.BytesIO(archive.zipped(archive.files(data)))).infolist()
    names = [member.filename for member in members]
    assert names == sorted(names)
    assert {(member.date_time, member.create_system, member.compress_type) for member in members} == {
        (archive.OLDEST, 3, zipfile.ZIP_STORED)
    }


@pytest.mark.parametrize("seed", ["0", "1"])
@pytest.mark.long
def test_another_process_makes_the_same_bytes(
    root: Path, data: Register, folders: tuple[Path, Path], seed: str
) -> None:
    command = [sys.executable, "-c", PRINT_DIGEST, str(folders[0])]
    environment = {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == sha256(archive.zipped(archive.files(data))).hexdigest()


def test_documents_stay_out(data: Register, real: Register) -> None:
    text = b"".join(archive.files(data).values()).decode()
    assert "Readers write" not in text
    assert not {name for name in archive.files(real) if name.endswith(".txt")}


def test_the_readme_says_whose_numbers_and_counts_the_rows(data: Register) -> None:
    text = archive.files(data)["README.md"].decode()
    assert text.startswith("# Bees of the Ash Valley\n")
    assert "Numbers are as stated by their sources" in text
    assert data.version in text
    assert "$" not in text
    count = len(list(csv.reader(data.tables["units"].data.decode().splitlines()))) - 1
    assert f"| tables/units.csv | {count} |" in text
    assert f"Bees of the Ash Valley. Version 1.0.0 (data {data.version})." in text


@pytest.mark.parametrize("collection", ["data", "real"])
@pytest.mark.long
def test_pandas_reads_every_column_as_the_schema_says(request: pytest.FixtureRequest, collection: str) -> None:
    data = request.getfixturevalue(collection)
    kinds = {"string": "string", "number": "float64", "integer": "Int64", "boolean": "boolean"}
    for resource in described(data)["resources"]:
        if "schema" not in resource:
            continue
        fields = {field["name"]: field for field in resource["schema"]["fields"]}
        content = io.BytesIO(archive.files(data)[resource["path"]])
        types = {name: kinds[field["type"]] for name, field in fields.items()}
        frame = pd.read_csv(content, dtype=types, keep_default_na=False, na_values=resource["schema"]["missingValues"])
        assert list(frame.columns) == list(fields)
        required = [name for name, field in fields.items() if field.get("constraints", {}).get("required")]
        assert frame[required].notna().all().all()


def test_every_number_is_in_one_file_and_says_its_origin(data: Register) -> None:
    rows = list(csv.DictReader(io.StringIO(archive.files(data)["numbers.csv"].decode())))
    assert [row["number_id"] for row in rows] == list(data.numbers)
    assert {row["number_id"]: row["origin"] for row in rows}["honey-before"] == "calculated"


def test_the_readme_says_whose_terms_hold(real: Register) -> None:
    text = archive.files(real)["README.md"].decode()
    counted = Counter(
        row["license"] for row in csv.DictReader(io.StringIO(archive.files(real)["numbers.csv"].decode()))
    )
    assert counted.pop("")
    assert [f"| {license} | {count} |" in text for license, count in counted.items()] == [True] * len(counted)


def test_a_title_may_hold_a_dollar(data: Register) -> None:
    about = {**data.about, "title": "Prices in $ and ${x}"}
    priced = registers.described(data, about)
    assert archive.files(priced)["README.md"].decode().startswith("# Prices in $ and ${x}\n")

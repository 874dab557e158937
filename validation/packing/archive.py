"""The data package: every number in one file and every table as it is, described and hashed, to check and to cite."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any

from validation.files import package as packaging
from validation.files import schemas
from validation.files.exports import PACKED
from validation.files.releases import TABLES
from validation.model import citations
from validation.model.register import Register
from validation.model.rows import COLUMNS
from validation.packing import bibtex, csl, csvw, records

SHIPPED = Path(__file__).parent / "shipped"
"""Texts that go into the package; verify.py.txt is no module of ours: it runs alone, where the package is."""

NO_RIGHTS = "What the collection's license covers is not said. Quotes and rows with terms of their own keep theirs."

EXPORTED = {"derivations": "results"}
"""What a file is called among the resources where a table has its name."""

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold: a package is the same whenever it is made."""


def files(register: Register, others: Mapping[str, bytes] = MappingProxyType({})) -> dict[str, bytes]:
    """What the package holds, by name; `others` are files that it holds besides."""
    cited = citations.of_collection(register)
    content = dict(others) | {f"{TABLES}{table.file}": table.data for table in register.tables.values()}
    content["numbers.csv"] = records.numbers(register)
    content["derivations.csv"] = records.results(register)
    content["CITATION.bib"] = bibtex.written(cited).encode()
    content["citation.json"] = as_json(csl.items(cited))
    content["verify.py"] = (SHIPPED / "verify.py.txt").read_bytes()
    content["README.md"] = _readme(register).encode()
    package = json.loads(packaging.descriptor(register.described))
    tables = _tables(package.pop("resources"), content)
    content[csvw.METADATA] = as_json(csvw.group(package, tables))
    content[packaging.DESCRIPTOR] = as_json({**package, "dataVersion": register.version, **_stamped(tables, content)})
    return content


def as_json(content: Any) -> bytes:
    """JSON as people can read it too."""
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A zip that is the same bytes for the same content, on every machine."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(content):
            member = zipfile.ZipInfo(name, OLDEST)
            member.create_system = 3  # else it says which system it was made on
            member.external_attr = 0o644 << 16
            # Stored: what deflate makes of the same bytes depends on the version of its library.
            archive.writestr(member, content[name], zipfile.ZIP_STORED)
    return file.getvalue()


def _tables(tables: list[dict[str, Any]], content: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """The files that have columns as resources with their schemas: what joins the tables, then the tables."""
    kept = [{**table, "path": f"{TABLES}{table['path']}"} for table in tables]
    joined = [packaging.resource(EXPORTED.get(name, name), f"{name}.csv", spec) for name, spec in PACKED.items()]
    return [resource for resource in (*joined, *kept) if resource["path"] in content]


def _stamped(tables: list[dict[str, Any]], content: Mapping[str, bytes]) -> dict[str, Any]:
    """Every file, each with its size and its hash."""
    others = [_resource(name) for name in sorted(content.keys() - {table["path"] for table in tables})]
    return {"resources": [each | _stamp(content[each["path"]]) for each in (*tables, *others)]}


def _resource(name: str) -> dict[str, Any]:
    return {"name": name.lower().replace(".", "-"), "path": name}


def _stamp(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}


def _readme(register: Register) -> str:
    template = Template((SHIPPED / "README.md.txt").read_text(encoding="utf-8"))
    return template.substitute(
        title=register.title,
        description=register.about.get("description", ""),
        version=register.version,
        citation=citations.sentence(citations.of_whole(register)),
        numbers=len(register.numbers),
        results=len(register.derived),
        tables="\n".join(
            f"| {TABLES}{table.file} | {len(table.cells)} | {schemas.TABLES[name].title} |"
            for name, table in register.tables.items()
        ),
        rights=register.about.get("rights", NO_RIGHTS),
        licenses="\n".join(f"| {license} | {count:,} |" for license, count in _licenses(register)),
    )


def _licenses(register: Register) -> list[tuple[str, int]]:
    """The terms of rows that have some of their own, and how many each has, in the order of their names."""
    found = Counter(str(COLUMNS["license"](number, register)) for number in register.numbers.values())
    return sorted((license, count) for license, count in found.items() if license) or [("none is known", 0)]

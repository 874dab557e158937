"""The data package: every table as it is, described and hashed, with what a stranger needs to check and cite it."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import Any

from dashboard.downloads import bibtex, csl
from dashboard.downloads.bodies import as_json
from dashboard.state.store import Snapshot
from validation.files import package as packaging
from validation.files import schemas
from validation.model import citations

SHIPPED = Path(__file__).parent / "shipped"
"""Texts that go into the package; verify.py.txt is no module of ours: it runs alone, where the package is."""

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold: a package is the same whenever it is made."""


def files(data: Snapshot) -> dict[str, bytes]:
    """What the package holds, by name."""
    cited = citations.of_collection(data.register)
    content = {table.file: table.data for table in data.register.tables.values()}
    content["CITATION.bib"] = bibtex.written(cited).encode()
    content["citation.json"] = as_json(csl.items(cited))
    content["verify.py"] = (SHIPPED / "verify.py.txt").read_bytes()
    content["README.md"] = _readme(data).encode()
    content[packaging.DESCRIPTOR] = as_json(_descriptor(data, content))
    return content


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


def _descriptor(data: Snapshot, content: Mapping[str, bytes]) -> dict[str, Any]:
    """datapackage.json with the data's version, and the bytes and the hash of every other file."""
    package = json.loads(packaging.descriptor(data.register.about))
    tables = [table for table in package.pop("resources") if table["path"] in content]
    described = {table["path"] for table in tables}
    others = [_resource(name) for name in sorted(content) if name not in described]
    return {
        **package,
        "dataVersion": data.version,
        "resources": [each | _stamp(content[each["path"]]) for each in (*tables, *others)],
    }


def _resource(name: str) -> dict[str, Any]:
    return {"name": name.lower().replace(".", "-"), "path": name}


def _stamp(data: bytes) -> dict[str, Any]:
    return {"bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}"}


def _readme(data: Snapshot) -> str:
    template = Template((SHIPPED / "README.md.txt").read_text(encoding="utf-8"))
    return template.substitute(
        title=data.title,
        description=data.register.about.get("description", ""),
        version=data.version,
        citation=citations.sentence(citations.of_whole(data.register)),
        tables="\n".join(
            f"| {table.file} | {len(table.cells)} | {schemas.TABLES[name].title} |"
            for name, table in data.register.tables.items()
        ),
    )

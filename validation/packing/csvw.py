"""The data package's tables as CSV on the Web describes them (https://www.w3.org/TR/tabular-metadata/).

Made from the package's own resources with their Table Schemas, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

METADATA = "csv-metadata.json"
"""The name under which programs look for it beside a table."""

CONTEXT = "http://www.w3.org/ns/csvw"
DIALECT = {"encoding": "utf-8", "delimiter": ",", "quoteChar": '"', "header": True, "lineTerminators": ["\n"]}
_TYPES = {"string": "string", "number": "decimal", "integer": "integer", "boolean": "boolean"}
# As Python writes them.
_TRUTH = "True|False"

Json = dict[str, Any]


def group(package: Mapping[str, Any], resources: Iterable[Mapping[str, Any]]) -> Json:
    """The tables among the resources of a package; `package` is its descriptor, which says what they are together."""
    tables = {each["name"]: each for each in resources if "schema" in each}
    about = {
        "dc:title": package.get("title", ""),
        "dc:description": package.get("description", ""),
        "dc:license": [{"@id": one["path"]} for one in package.get("licenses", ()) if one.get("path")],
        "dc:identifier": package.get("id", ""),
    }
    return {
        "@context": [CONTEXT, {"@language": "en"}],
        "@type": "TableGroup",
        **{name: said for name, said in about.items() if said},
        "dialect": DIALECT,
        "tables": [_table(each, tables) for each in tables.values()],
    }


def _table(resource: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Json:
    return {
        "@type": "Table",
        "url": resource["path"],
        "dc:title": resource["title"],
        "tableSchema": _schema(resource, tables),
    }


def _schema(resource: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> Json:
    schema = resource["schema"]
    columns = [_column(field) for field in schema["fields"]]
    keys = {"primaryKey": schema["primaryKey"]} if "primaryKey" in schema else {}
    required = {column["name"] for column in columns if column["required"]}
    # A foreign key of CSVW may not be empty, and one to a table that isn't there would be broken.
    links = [
        _foreign_key(link, tables[target])
        for link in schema.get("foreignKeys", ())
        if required.issuperset(link["fields"])
        and (target := link["reference"]["resource"] or resource["name"]) in tables
    ]
    return {"columns": columns, **keys, **({"foreignKeys": links} if links else {})}


def _foreign_key(link: Mapping[str, Any], target: Mapping[str, Any]) -> Json:
    reference = {"resource": target["path"], "columnReference": link["reference"]["fields"]}
    return {"columnReference": link["fields"], "reference": reference}


def _column(field: Mapping[str, Any]) -> Json:
    return {
        "name": field["name"],
        "titles": field["name"],
        "dc:description": field["description"],
        "datatype": _datatype(field["type"], field.get("constraints", {})),
        "required": bool(field.get("constraints", {}).get("required")),
        "null": "",
    }


def _datatype(kind: str, constraints: Mapping[str, Any]) -> Json:
    """The type of a column; one of a closed list of words, which hold no sign of a pattern, is a pattern of these."""
    words = "|".join(constraints.get("enum", ()))
    form = _TRUTH if kind == "boolean" else constraints.get("pattern") or (f"^({words})$" if words else "")
    least = {"minimum": constraints["minimum"]} if "minimum" in constraints else {}
    return {"base": _TYPES[kind], **({"format": form} if form else {}), **least}

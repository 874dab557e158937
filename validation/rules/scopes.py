"""Where each rule can be broken: which files, and which rules need the documents to be there."""

from __future__ import annotations

from collections.abc import Iterable

from validation.files.package import DESCRIPTOR
from validation.files.schemas import TABLES, TableSpec
from validation.rules.evidence import QUOTING_TABLES
from validation.rules.key import SHARED_IDS

# By a rule's id or the part before its stroke; a rule that is not named here can be broken in every table.
_TABLES: dict[str, Iterable[str]] = {
    "table/empty": [name for name, spec in TABLES.items() if spec.needed],
    "key/shared": SHARED_IDS,
    "key/link": [name for name, spec in TABLES.items() if spec.links],
    "source": ("sources",),
    "document": ("sources",),
    "period": ("observations", "mentions"),
    "period/stated": ("observations",),
    "event": ("events",),
    "area": ("areas",),
    "indicator": ("indicators",),
    "unit/pint": ("units",),
    "unit/dimension": ("observations", "derivations"),
    "evidence": QUOTING_TABLES,
    "evidence/printed": ("observations", "mentions"),
    "evidence/qualifier": ("observations",),
    "status": ("observations",),
    "printed": ("observations",),
    "printed/date": ("mentions",),
    "coverage": ("exclusions",),
    "coverage/unaccounted": ("sources",),
    "derivation": ("derivations",),
    "growth": ("observations", "derivations"),
    "conflict": ("conflicts",),
    "conflict/unlisted": (*SHARED_IDS, "conflicts"),
    "errata": ("errata",),
    "check": ("checks",),
    "check/missing": ("observations",),
}
_OF_DOCUMENTS = {
    *("document", "coverage", "period/stated"),
    *("evidence/moved", "evidence/number", "evidence/gone", "evidence/unique"),
}


def applies(rule: str, file: str) -> bool:
    """Whether a rule can be broken in a file."""
    group, table = rule.split("/")[0], file.removesuffix(".csv")
    if group == "package" or file == DESCRIPTOR:
        return group == "package" and file == DESCRIPTOR
    if group == "schema":
        return rule in _cell_rules(TABLES[table])
    return table in _TABLES.get(rule, _TABLES.get(group, TABLES))


def needs_documents(rule: str) -> bool:
    """Whether a rule says nothing of documents that are not here."""
    return rule in _OF_DOCUMENTS or rule.split("/")[0] in _OF_DOCUMENTS


def _cell_rules(spec: TableSpec) -> set[str]:
    columns = spec.schema.columns.values()
    named = {str(check.name) for column in columns for check in column.checks}
    return named | ({"schema/required"} if any(not column.nullable for column in columns) else set())

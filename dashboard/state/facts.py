"""What pages ask of the current data, worked out once for each version of it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from dashboard.state import joined
from dashboard.state.store import Snapshot
from validation.model import accounts, coverage
from validation.model import observations as quantities
from validation.model.accounts import Group
from validation.model.coverage import Coverage, Mark
from validation.model.register import Register
from validation.quantities.formulas import Result
from validation.reports.report import Report, check


def observations(data: Snapshot) -> pd.DataFrame:
    """Every stated number, one row each, columns `joined.COLUMNS`."""
    return data.once(_observations)


def derivations(data: Snapshot) -> pd.DataFrame:
    """Every computed number, the same columns."""
    return data.once(_derivations)


def table(data: Snapshot, name: str) -> pd.DataFrame:
    """A table of the register as it is, missing cells as empty text."""
    return data.once(_table, name)


def results(data: Snapshot) -> Mapping[str, Result]:
    """What each derivation computes, with its steps."""
    return data.once(_results)


def groups(data: Snapshot) -> list[Group]:
    """The accounts of one quantity, group by group."""
    return data.once(_groups)


def report(data: Snapshot) -> Report:
    """What the validation says of the data and the documents that are here."""
    return data.once(_report)


def marks(data: Snapshot, source_id: str) -> list[Mark]:
    """The numerals of a document's article; none where the document isn't here or is another than it was."""
    return data.once(_marks, source_id)


def covered(data: Snapshot, source_id: str) -> Coverage | None:
    """How many numerals of a document are recorded and excluded; None where that can't be counted."""
    found = marks(data, source_id)
    return coverage.counts(source_id, found) if found else None


def _observations(data: Snapshot) -> pd.DataFrame:
    return joined.observations(data.register)


def _derivations(data: Snapshot) -> pd.DataFrame:
    return joined.derivations(data.register)


def _table(data: Snapshot, name: str) -> pd.DataFrame:
    rows = data.register[name]
    return rows.astype("object").where(rows.notna(), "")


def _results(data: Snapshot) -> Mapping[str, Result]:
    return quantities.derived(data.register)


def _groups(data: Snapshot) -> list[Group]:
    return accounts.groups(data.register)


def _report(data: Snapshot) -> Report:
    return check(data.register)


def _marks(data: Snapshot, source_id: str) -> list[Mark]:
    register: Register = data.register
    document = register.documents.get(source_id)
    return coverage.marks(register, document) if document and document.unchanged else []

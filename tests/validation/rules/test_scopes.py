"""Where rules can be broken."""

from __future__ import annotations

import pytest

from tests.validation.test_edits import CELLS
from validation.files.schemas import TABLES
from validation.rules.catalog import RULES
from validation.rules.scopes import applies, needs_documents

FILES = ("datapackage.json", *(f"{table}.csv" for table in TABLES))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_can_be_broken_somewhere(rule):
    assert any(applies(rule, file) for file in FILES)


def test_what_is_found_lies_in_the_rules_scope():
    broken = {(rule, f"{table}.csv") for table, _, _, _, rule, _ in CELLS}
    assert [pair for pair in broken if not applies(*pair)] == []


def test_a_rule_on_cells_applies_where_there_is_such_a_column():
    assert [file for file in FILES if applies("schema/sha256", file)] == ["sources.csv"]
    assert not applies("printed/value", "areas.csv")


def test_rules_that_read_documents_need_them():
    assert needs_documents("evidence/moved")
    assert needs_documents("coverage/stale")
    assert not needs_documents("evidence/length")

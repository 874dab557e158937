"""The catalog: each rule in its family's module, found by that family's functions, where it says it can be broken."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from tests.validation.test_edits import CELLS
from validation.files.schemas import TABLES
from validation.rules.catalog import CHECKS, RULES

FILES = ("datapackage.json", *(f"{table}.csv" for table in TABLES))
ID = re.compile(r'"([a-z]+)/([a-z0-9]+)"')
# Those that look for nothing but what they say of tables, documents and rules in general.
SHARED = ("__init__", "catalog", "rule")


def families(root: Path) -> dict[str, str]:
    """The source of each family's module, by its name."""
    modules = (root / "validation" / "rules").glob("*.py")
    return {module.stem: module.read_text(encoding="utf-8") for module in modules if module.stem not in SHARED}


def test_a_familys_module_bears_its_name(root):
    assert {rule.partition("/")[0] for rule in RULES} == set(families(root))


def test_a_module_speaks_for_its_family_alone(root):
    for name, text in families(root).items():
        assert {family for family, _ in ID.findall(text)} == {name}
        assert {f"{name}/{rule}" for _, rule in ID.findall(text)} == {id for id in RULES if id.startswith(f"{name}/")}


def test_a_family_stands_together():
    names = [name for name, _ in groupby(RULES, key=lambda rule: rule.partition("/")[0])]
    assert len(names) == len(set(names))


def test_every_check_is_looked_at(root):
    defined = re.findall(r"^def ([a-z]\w+)\(register: Register\)", "\n".join(families(root).values()), re.MULTILINE)
    on_demand = {"sought"}  # which is no check
    assert sorted(getattr(check, "__name__", "") for check in CHECKS) == sorted(set(defined) - on_demand)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_can_be_broken_somewhere(rule):
    assert any(rule.applies(file) for file in FILES)


def test_what_is_found_lies_where_the_rule_can_be_broken():
    broken = {(rule, f"{table}.csv") for table, _, _, _, rule, _ in CELLS}
    assert [(rule, file) for rule, file in broken if not RULES[rule].applies(file)] == []


def test_a_rule_on_cells_applies_where_there_is_such_a_column():
    assert [file for file in FILES if RULES["schema/sha256"].applies(file)] == ["sources.csv"]
    assert not RULES["printed/value"].applies("areas.csv")


def test_rules_that_read_documents_say_so():
    assert RULES["evidence/moved"].reads_documents
    assert RULES["coverage/stale"].reads_documents
    assert not RULES["evidence/length"].reads_documents

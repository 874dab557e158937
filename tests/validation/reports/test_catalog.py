"""The catalog of rules, and the README that holds it."""

from __future__ import annotations

import json
from pathlib import Path

from validation.reports import catalog
from validation.rules.catalog import RULES


def test_the_readme_holds_the_catalog(root: Path):
    readme = (root / "README.md").read_text(encoding="utf-8")
    renew = "run: python -m validation rules --format markdown --output README.md"
    assert all(readme.count(mark) == 1 for mark in catalog.MARKS), f"{' and '.join(catalog.MARKS)} must stand in it"
    assert readme == catalog.between_marks(readme), renew


def test_text_says_id_level_sentence_and_example():
    lines = catalog.text().splitlines()
    assert len(lines) == 2 * len(RULES)
    assert lines[0].split(maxsplit=2) == ["file/missing", "error", "Every table's file is there."]
    assert lines[1].strip() == "broken by: events.csv is deleted"


def test_json_lists_every_rule():
    rules = json.loads(catalog.as_json())
    assert [rule["id"] for rule in rules] == list(RULES)
    assert set(rules[0]) >= {"id", "level", "sentence", "example"}


def test_markdown_is_a_table_with_a_row_for_each_rule():
    lines = catalog.markdown().splitlines()
    assert lines[1] == "|---|---|---|---|"
    assert lines[2] == "| `file/missing` | error | Every table's file is there. | events.csv is deleted |"
    assert len(lines) == len(RULES) + 2


def test_only_what_stands_between_the_marks_is_written():
    page = f"# A\n\n{catalog.MARKS[0]}\nold \\1\n{catalog.MARKS[1]}\n\nB\n"
    written = catalog.between_marks(page)
    assert written == f"# A\n\n{catalog.MARKS[0]}\n{catalog.markdown()}{catalog.MARKS[1]}\n\nB\n"
    assert catalog.between_marks(written) == written


def test_every_rule_ends_as_a_sentence_and_has_an_example():
    assert [rule.id for rule in RULES.values() if not rule.sentence.endswith(".") or not rule.example] == []

"""The catalog of rules as people and programs read it, and as the README holds it."""

from __future__ import annotations

import json
import re

from validation.rules.catalog import RULES

FIELDS = ("id", "sentence", "example", "level")
MARKS = ("<!-- rules -->", "<!-- /rules -->")


def text() -> str:
    """Two lines a rule: its id, level and sentence; what breaks it."""
    ids = max(map(len, RULES))
    levels = max(len(rule.level) for rule in RULES.values())
    margin = " " * (ids + levels + 4)
    lines = []
    for rule in RULES.values():
        lines.append(f"{rule.id:{ids}}  {rule.level:{levels}}  {rule.sentence}")
        lines.append(f"{margin}broken by: {rule.example}")
    return "\n".join(lines) + "\n"


def as_json() -> str:
    """A list of objects: id, sentence, example, level."""
    listed = [{name: getattr(rule, name) for name in FIELDS} for rule in RULES.values()]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def markdown() -> str:
    """A table: rule, level, sentence, example."""
    lines = ["| rule | level | what holds | broken by, for example |", "|---|---|---|---|"]
    for rule in RULES.values():
        cells = (f"`{rule.id}`", rule.level, rule.sentence, rule.example)
        lines.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def between_marks(page: str) -> str:
    """A Markdown page with the table of rules between its marks; a page without marks is replaced by the table."""
    block = f"{MARKS[0]}\n{markdown()}{MARKS[1]}"
    marked = re.compile(f"{re.escape(MARKS[0])}.*?{re.escape(MARKS[1])}", re.DOTALL)
    return marked.sub(lambda _: block, page) if marked.search(page) else markdown()

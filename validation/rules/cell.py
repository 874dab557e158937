"""Rules on what any cell may hold, which `validation/files/` holds each table against as it reads it."""

from __future__ import annotations

from validation.rules.rule import Rule

RULES = (
    Rule("cell/characters", "Cells hold visible characters only.", "a NUL byte, a right-to-left override"),
    Rule("cell/length", "No cell is longer than 10,000 characters.", "a cell of 10 MB"),
)

"""Rules on the tables' files, which `validation/files/tables.py` holds each against as it reads it."""

from __future__ import annotations

from validation.rules.rule import Rule

RULES = (
    Rule("file/missing", "Every table's file is there.", "events.csv is deleted"),
    Rule("file/outside", "A table is a file of the folder, not a link out of it.", "areas.csv links to ../areas.csv"),
    Rule("file/kind", "A table is a readable file.", "units.csv is a folder"),
    Rule("file/empty", "A table's file has a header.", "charts.csv has no byte"),
    Rule("file/encoding", "Files are UTF-8 without byte-order mark.", "a table saved as UTF-16"),
    Rule("file/newlines", "Lines end with LF, the last one too.", "a table saved with CRLF"),
)

"""Rules on datapackage.json, which `validation/files/package.py` holds it against as it reads it."""

from __future__ import annotations

from validation.files.package import DESCRIPTOR
from validation.rules.rule import Rule

RULES = (
    Rule(
        "package/metadata",
        "datapackage.json names the collection, in texts of a bearable length.",
        "a collection without title, a question of 121 characters",
        (DESCRIPTOR,),
    ),
    Rule(
        "package/current",
        "datapackage.json says what the schemas say.",
        "a column described by hand",
        (DESCRIPTOR,),
    ),
)

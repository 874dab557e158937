"""What the pages say of the method: its steps, its limits, how numbers are rounded, the addresses there are."""

from __future__ import annotations

STEPS = (
    (
        "Read whole",
        "Every numeral of a document is recorded, dates an event, or is left out for a reason.",
    ),
    (
        "Tied to its words",
        "A number keeps its phrase, to the character, and the checksum of its document.",
    ),
    ("Kept as stated", "“Over”, “nearly” and “around” stay with the number. No margin of error is made up."),
    ("Validated", "Rules compare every number with its words each time the data change."),
    ("Compared", "Accounts of the same thing stand side by side, and numbers are held against independent references."),
    ("Taken away", "Every chart, row and file leads back to the passage, and carries its source with it."),
)
"""The way of a number, from its document to a download."""

ROUNDING = (
    ("41.3%", "41.25 to 41.35", "Half a step of the last printed digit to both sides."),
    (
        "380,000",
        "375,000 to 385,000",
        "Trailing zeros are taken for rounding, and marked as an assumption.",
    ),
    ("over 30%", "above 30", "The source’s word sets the bound, and it is open."),
    ("nearly 4,000", "below 4,000", "How far below is not said, so it is not drawn."),
    ("about 20%", "no bound", "Approximate, and so never in conflict with anything."),
    ("8 to 11", "8 to 11", "A range has both its ends from the source."),
)
"""Printed, what follows from it, and why."""

LIMITS = (
    "It does not say what is true. A number here is what its source states.",
    "It does not repair a source: what one gets wrong is kept, and flagged.",
    "It does not estimate what no source states. What it computes from stated numbers is marked, with its arithmetic.",
    "It compares no part of a year with a whole one, and nothing whose period is unknown.",
    "It does not give out the documents: a quote is a phrase, never a whole sentence.",
)
"""What the register does not do."""

ADDRESSES = (
    (
        "/download/observations.csv",
        "All numbers; narrow them as on the data page: ?topic= &indicator= &source= &area= &qualifier= &q=",
    ),
    ("/download/observations.excel.csv", "The same for spreadsheets"),
    ("/download/indicators/<name>.csv", "The numbers of one indicator"),
    ("/download/indicators/<name>.json", "One indicator with its numbers"),
    ("/download/observations/<name>.json", "One number with all that is known of it"),
    ("/download/tables/<name>.csv", "A table as it is, byte for byte"),
    ("/download/datapackage.zip", "Everything, with a program that verifies it"),
    ("/download/annotations.jsonld", "Every passage as a W3C Web Annotation"),
    ("/download/validation.json", "The validation report"),
    ("/cite/<name>.bib", "One number to cite, in BibTeX"),
    ("/cite/<name>.json", "One number to cite, in CSL-JSON"),
    ("/cite/collection.bib", "The collection and its sources, in BibTeX"),
    ("/cite/collection.json", "The same in CSL-JSON"),
    ("/healthz", "Whether it works, and the version of the data"),
)
"""What programs can ask for; `<name>` stands for an id."""

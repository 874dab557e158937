"""Rules on periods: what each rests on, and that a year which a document states stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validation.files.documents import rows_of_documents
from validation.findings import Fault
from validation.language import periods
from validation.model.register import Register
from validation.rules.rule import Rule, cells_where
from validation.vocabulary import INFERRED, STATED, TO_DATE, UNSTATED

RULES = (
    Rule(
        "period/basis",
        "Period and basis agree; what is inferred says from what.",
        "unstated with a period",
        tables=("observations", "mentions"),
    ),
    Rule(
        "period/stated",
        "A year that a document states stands in it.",
        "a stated 2016 where it has 2017 only",
        tables=("observations",),
        reads_documents=True,
    ),
)

_YEAR = r"[0-9]{4}"


def periods_have_a_basis(register: Register) -> Iterator[Fault]:
    """An unstated period is empty, any other is there; a year to date is a year; what is inferred says from what."""
    for name, note in (("observations", "period_note"), ("mentions", "note")):
        rows = register[name]
        basis, period, notes = rows["period_basis"], rows["period"], rows[note]
        for broken, cells, must, hint in (
            (
                basis.eq(UNSTATED) & period.notna(),
                period,
                f"be empty where period_basis is {UNSTATED}",
                "empty the cell, or say how the period is known",
            ),
            (
                basis.ne(UNSTATED) & basis.notna() & period.isna(),
                period,
                f"be there unless period_basis is {UNSTATED}",
                f"write the period, or period_basis {UNSTATED}",
            ),
            (
                ~period.where(basis.eq(TO_DATE)).str.fullmatch(_YEAR, na=True),
                period,
                "be a year for a year to date",
                "write the year alone, or another period_basis",
            ),
            (
                basis.isin([INFERRED, TO_DATE]) & notes.isna(),
                notes,
                "say what the period rests on",
                "say there from what the period follows",
            ),
        ):
            yield from cells_where(broken, "period/basis", name, cells, f"{cells.name} must {must}", hint)


def stated_years_are_printed(register: Register) -> Iterator[Fault]:
    """A period that the document states is one whose years stand in the document."""
    rows = register["observations"]
    stated = rows[rows["period_basis"].eq(STATED)]
    for row, entry in rows_of_documents(stated, register.documents, "period"):
        period = periods.known(entry["period"])
        if period is None or period.coarse:
            continue
        document = register.documents[entry["source_id"]]
        missing = [end.years for end in period.ends if not _prints(document.body, end.year)]
        if missing:
            message = f"period must be one that {document.file} states, and {missing[0]} is nowhere in it"
            hint = f"write the year it states, or period_basis {INFERRED} and from what"
            yield Fault("period/stated", "observations", row, "period", period.edtf, message, hint)


def _prints(body: str, year: int) -> bool:
    """Whether a year stands in a text: in full, or as the end of a span of years; 44 stands for 44 BC too."""
    digits = year if year > 0 else 1 - year
    return bool(re.search(rf"(?<![0-9]){digits}(?![0-9])|[0-9][-\u2013/]{digits % 100:02}(?![0-9])", body))

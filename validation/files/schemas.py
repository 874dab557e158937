"""Every table of a register: its columns with what they mean, its key, and what it points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandera.pandas as pa

from validation import vocabulary as codes
from validation.files.columns import (
    address,
    code,
    country,
    day,
    language,
    number,
    offset,
    period,
    sha256,
    slug,
    text,
)


@dataclass(frozen=True)
class TableSpec:
    """One table: `key` names its key columns, `links` maps a column to the tables its ids may stand in."""

    title: str
    key: tuple[str, ...]
    links: Mapping[str, tuple[str, ...]]
    schema: pa.DataFrameSchema

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple(self.schema.columns)

    @property
    def whole(self) -> tuple[str, ...]:
        """The columns that hold whole numbers, such as offsets."""
        return tuple(name for name, one in self.schema.columns.items() if one.metadata["type"] == "integer")


def _table(
    title: str,
    key: str,
    columns: dict[str, pa.Column],
    links: Mapping[str, tuple[str, ...]] | None = None,
) -> TableSpec:
    return TableSpec(title, tuple(key.split()), links or {}, pa.DataFrameSchema(columns, description=title))


def _evidence(*, required: bool) -> dict[str, pa.Column]:
    """The columns that tie a row to the characters of a document."""
    return {
        "start": offset(
            "Where the quote starts in the document's text, in Unicode code points from 0.", required=required
        ),
        "end": offset("Where the quote ends, exclusive.", required=required),
        "quote": text(
            "The exact words around the number: a phrase of at most 120 characters, found once in the document.",
            required=required,
        ),
    }


SOURCES = _table(
    "Documents and references that state numbers, one row each.",
    "source_id",
    {
        "source_id": slug("The source's id."),
        "kind": code(
            "`document`: a text in the seeds folder; `reference`: a public figure known by its address.",
            tuple(codes.SOURCE_KINDS),
        ),
        "short_name": text("What pages call it: a name of its own."),
        "title": text("The title as the source gives it, or a description where it gives none."),
        "author": text("Who wrote it, several people separated by semicolons.", required=False),
        "author_kind": code(
            "Whether the author is a person, and so has a family name.", tuple(codes.AUTHOR_KINDS), required=False
        ),
        "publisher": text("Who published it.", required=False),
        "published": period("When it was published, in EDTF."),
        "inferred": text(
            "Names of this row's columns that the source itself does not state, separated by spaces.",
            required=False,
        ),
        "url": address("The source's address."),
        "accessed": day("The day the address was read.", required=False),
        "license": text("The licence the source carries.", required=False),
        "language": language("The source's language as a BCP 47 tag."),
        "file": text("The document's file name in the seeds folder.", required=False),
        "sha256": sha256("SHA-256 of the document's bytes."),
        "characters": offset("Length of the document's text in Unicode code points.", required=False),
        "body_end": offset(
            "Where the article ends; nothing from here on is evidence or shown. Empty: at the end of the text.",
            required=False,
        ),
        "original": text("Of a document that was converted: the name of the file it was made from.", required=False),
        "original_sha256": sha256("SHA-256 of that file's bytes."),
        "converted_by": text("What made the document from it, with its version.", required=False),
        "confidence": code("How sure it is that the reference says this.", tuple(codes.CONFIDENCES), required=False),
        "note": text("What else should be known.", required=False),
    },
)

CHARTS = _table(
    "Charts: groups of indicators that are drawn together.",
    "chart_id",
    {
        "chart_id": slug("The chart's id."),
        "topic": text("The topic under which the chart stands."),
        "name": text("The chart's name."),
        "kind": code("How it is drawn; empty: chosen from the data.", tuple(codes.CHART_KINDS), required=False),
        "headline": text(
            "A finding in a person's words, whose numbers are the chart's; empty: told from the data.", required=False
        ),
        "note": text("What else should be known.", required=False),
    },
)

INDICATORS = _table(
    "Indicators: what is measured.",
    "indicator_id",
    {
        "indicator_id": slug("The indicator's id."),
        "name": text("The indicator's name."),
        "chart_id": slug("The chart it is drawn in."),
        "measure": code("What kind of number it is.", tuple(codes.MEASURES)),
        "unit_id": slug("The unit its numbers are compared in."),
        "change_of": slug("For a change: the indicator of the level that changes.", required=False),
        "definition": text("What exactly is counted or measured."),
    },
    {"chart_id": ("charts",), "unit_id": ("units",), "change_of": ("indicators",)},
)

UNITS = _table(
    "Units of measurement.",
    "unit_id",
    {
        "unit_id": slug("The unit's id."),
        "name": text("The unit's name in the plural."),
        "symbol": text("What stands beside a number, such as % or km².", required=False),
        "words": text("How documents print the unit, separated by |; empty: not checked.", required=False),
        "pint": text("The unit as a Pint expression; empty: a base unit of its own.", required=False),
    },
)

AREAS = _table(
    "Areas: whose number it is.",
    "area_id",
    {
        "area_id": slug("The area's id."),
        "name": text("The area's name."),
        "kind": text("What kind of area it is, such as country, region, city, port or pair."),
        "part_of": slug("The area it is part of.", required=False),
        "iso_3166": country("ISO 3166-1 alpha-2 code of a country."),
    },
    {"part_of": ("areas",)},
)

OBSERVATIONS = _table(
    "Observations: one number that one source states of one indicator.",
    "observation_id",
    {
        "observation_id": slug("The observation's id, unique across observations, mentions and derivations."),
        "indicator_id": slug("What is measured."),
        "area_id": slug("Whose number it is."),
        "period": period("The time the number is about, in EDTF; empty: not known, and then it matches nothing."),
        "period_basis": code(
            "How the period is known; `to-date`: the year up to the time of writing.", tuple(codes.BASES)
        ),
        "period_note": text("What the period rests on, where it is inferred or a year to date.", required=False),
        "printed": text("The number as the source prints it, with its unit where they stand together.", required=False),
        "value": number(
            "The number in `unit_id`, digits as written; a fraction rounded to four places; a range's lower end."
        ),
        "unit_id": slug("The unit the source uses."),
        "qualifier": code("What the source's words make of the number.", tuple(codes.QUALIFIERS)),
        "attribution": text("Whom the source names for the number.", required=False),
        "status": code(
            "SDMX observation status: A normal, E estimate, F forecast or plan, U unverified report.",
            tuple(codes.STATUSES),
        ),
        "source_id": slug("The source that states it."),
        **_evidence(required=False),
        "locator": text(
            "Where in its source the number stands: a table or sheet of a reference, a page of a document (`p. 12`).",
            required=False,
        ),
        "note": text(
            "What else should be known: what is inferred, what the source says of the number.", required=False
        ),
    },
    {
        "indicator_id": ("indicators",),
        "area_id": ("areas",),
        "unit_id": ("units",),
        "source_id": ("sources",),
    },
)

EVENTS = _table(
    "Events: something that sources date.",
    "event_id",
    {
        "event_id": slug("The event's id."),
        "name": text("What happened."),
        "kind": text("What kind of event it is."),
        "area_id": slug("Where, or between whom.", required=False),
        "period": period("When it happened as the register places it, in EDTF."),
        "note": text("What else should be known.", required=False),
    },
    {"area_id": ("areas",)},
)

MENTIONS = _table(
    "Mentions: one source's dating of one event.",
    "mention_id",
    {
        "mention_id": slug("The mention's id, unique across observations, mentions and derivations."),
        "event_id": slug("The event."),
        "printed": text("The dating as the source prints it."),
        "period": period("The time as this source has it, in EDTF."),
        "period_basis": code("How that time is known.", tuple(codes.BASES)),
        "source_id": slug("The source."),
        **_evidence(required=True),
        "note": text("What else should be known.", required=False),
    },
    {"event_id": ("events",), "source_id": ("sources",)},
)

EXCLUSIONS = _table(
    "Exclusions: numerals of a document that are neither an observation nor an event, and why.",
    "source_id start",
    {
        "source_id": slug("The document."),
        **_evidence(required=True),
        "reason": code("Why it is neither.", tuple(codes.REASONS)),
        "note": text("What else should be known.", required=False),
    },
    {"source_id": ("sources",)},
)

DERIVATIONS = _table(
    "Derivations: numbers calculated from observations and other derivations.",
    "derivation_id",
    {
        "derivation_id": slug("The derivation's id, unique across observations, mentions and derivations."),
        "indicator_id": slug("What the result measures."),
        "area_id": slug("Whose number it is."),
        "period": period("The time the result is about, in EDTF."),
        "formula": text("Ids of observations and derivations in brackets, numbers, + - * / and parentheses."),
        "unit_id": slug("The result's unit."),
        "note": text("What the formula assumes.", required=False),
    },
    {"indicator_id": ("indicators",), "area_id": ("areas",), "unit_id": ("units",)},
)

CONFLICTS = _table(
    "Conflicts: accounts that cannot both be true, or are doubtful beside each other.",
    "conflict_id",
    {
        "conflict_id": slug("The conflict's id."),
        "left_id": slug("One account."),
        "right_id": slug("The other."),
        "verdict": code(
            "`conflict`: cannot both be true; `doubt`: far apart; `scope`: not the same quantity.",
            tuple(codes.CONFLICT_VERDICTS),
        ),
        "explanation": text("What differs, in a sentence or two."),
    },
    {
        "left_id": ("observations", "derivations", "mentions"),
        "right_id": ("observations", "derivations", "mentions"),
    },
)

ERRATA = _table(
    "Errata: what a source gets wrong, kept as stated.",
    "target_id",
    {
        "target_id": slug("The observation or mention that is wrong."),
        "stated": text("What the source says, as it stands in the quote."),
        "correct": text("What is right."),
        "reason": text("How that is known."),
        "authority_id": slug("The source that says what is right.", required=False),
    },
    {"target_id": ("observations", "mentions"), "authority_id": ("sources",)},
)

RETIRED = _table(
    "Retired: ids of earlier releases that stand no more.",
    "id",
    {
        "id": slug("The id that was released and is used no more."),
        "replaced_by": slug("The id that stands for it now; empty: it is gone.", required=False),
        "version": text("The first release without it."),
        "reason": text("Why it was replaced or withdrawn."),
    },
    {
        "replaced_by": (
            *("sources", "charts", "indicators", "units", "areas"),
            *("observations", "events", "mentions", "derivations", "conflicts"),
        )
    },
)

CHECKS = _table(
    "Checks: numbers of documents held against references.",
    "observation_id reference_id",
    {
        "observation_id": slug("The document's number."),
        "reference_id": slug("The reference's number; empty: none was found.", required=False),
        "verdict": code("What comes of it.", tuple(codes.VERDICTS)),
        "explanation": text("Why, in a sentence or two."),
    },
    {"observation_id": ("observations",), "reference_id": ("observations", "derivations")},
)

TABLES: Mapping[str, TableSpec] = {
    "sources": SOURCES,
    "charts": CHARTS,
    "indicators": INDICATORS,
    "units": UNITS,
    "areas": AREAS,
    "observations": OBSERVATIONS,
    "events": EVENTS,
    "mentions": MENTIONS,
    "exclusions": EXCLUSIONS,
    "derivations": DERIVATIONS,
    "conflicts": CONFLICTS,
    "errata": ERRATA,
    "retired": RETIRED,
    "checks": CHECKS,
}

BY_ROW: Mapping[str, tuple[str, ...]] = {
    "observations": ("printed", "attribution", "start", "end", "quote", "locator"),
    "exclusions": ("end", "quote"),
}
"""Columns in which nearly every cell is another, and in which no rule finds a fault that looks across sources.

Of a large table they are read for the rows of a source, or for a row that is asked for.
"""

QUOTING_TABLES = ("observations", "mentions", "exclusions")
"""Those whose rows rest on the characters of a document."""

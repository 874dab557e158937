"""What numbers are of and from: sources, charts, indicators, areas. Units stand in `validation.quantities.units`."""

from __future__ import annotations

from dataclasses import dataclass

from validation import vocabulary
from validation.language.periods import Period
from validation.quantities.units import Unit


@dataclass(frozen=True, slots=True)
class Source:
    """A document, or a reference known by its address; what isn't known is empty text, or None for a number."""

    id: str
    kind: str
    title: str
    short_name: str = ""
    author: str = ""
    author_kind: str = ""
    publisher: str = ""
    published: Period | None = None
    inferred: tuple[str, ...] = ()
    url: str = ""
    accessed: str = ""
    license: str = ""
    language: str = ""
    file: str = ""
    sha256: str = ""
    characters: int | None = None
    body_end: int | None = None
    original: str = ""
    original_sha256: str = ""
    converted_by: str = ""
    confidence: str = ""
    note: str = ""

    @property
    def is_document(self) -> bool:
        """Whether it is a text that was read."""
        return self.kind == vocabulary.DOCUMENT

    @property
    def is_reference(self) -> bool:
        """Whether it is a public statistic that documents' numbers are held against."""
        return self.kind == vocabulary.REFERENCE

    @property
    def article_end(self) -> int | None:
        """Where the article ends, which is the end of the text where nothing else is said."""
        return self.characters if self.body_end is None else self.body_end

    @property
    def names(self) -> list[str]:
        """What it can be called in short, the best first: its own short name, its publisher, its author, its title."""
        return [name for name in (self.short_name, self.publisher, self.author, self.title) if name]


NOBODY = Source("", "", vocabulary.CALCULATED.words)
"""Stands for the source of what was calculated here from several."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Indicators that are drawn together; `kind` is empty where it is chosen from the data."""

    id: str
    topic: str
    name: str
    kind: str = ""
    headline: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured; `change_of` is the indicator of the level that a change is of."""

    id: str
    name: str
    chart: Chart
    measure: str
    unit: Unit
    change_of: str = ""
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Whose number it is."""

    id: str
    name: str
    kind: str = ""
    part_of: str = ""
    iso_3166: str = ""


NOWHERE = Area("", "")
"""Where no area is given."""

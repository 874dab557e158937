"""Events in the order of time, each with its datings: what each source says of when it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from validation import vocabulary
from validation.language import periods
from validation.language.periods import Period
from validation.model import accounts
from validation.model.accounts import Conflict, Erratum
from validation.model.register import Cells, Register
from validation.model.subjects import NOBODY, NOWHERE, Area, Source

NAMED = re.compile(r"\breference: ([a-z0-9-]+)(?=[.;,)]|$)")
"""How the note of an event names a source that its date was looked up in."""

_DISPUTED = frozenset((vocabulary.CONFLICT, vocabulary.DOUBT))


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Dating:
    """One source's dating of an event, in its own words; `erratum` where the source has something of it wrong.

    `verdict` is a code of `vocabulary.DATINGS`, "" for the event's own date; `authority` the source that sets an
    erratum right.
    """

    id: str
    event_id: str
    printed: str
    period: Period | None
    period_basis: str
    source: Source
    start: int | None
    end: int | None
    quote: str
    note: str
    erratum: Erratum | None
    authority: Source | None
    conflicts: tuple[Conflict, ...]
    verdict: str

    @property
    def is_wrong(self) -> bool:
        """Whether it is the time that the source has wrong, and not other words of the passage."""
        return self.verdict in (vocabulary.WRONG_DATE, vocabulary.WRONG_WORDS)

    @property
    def differs(self) -> bool:
        """Whether it is not the event's own date."""
        return bool(self.verdict)

    @property
    def confidence(self) -> str:
        """How sure it is that it is wrong, a code of `vocabulary.CONFIDENCES`; "" for what is not, or not said."""
        return self.authority.confidence if self.is_wrong and self.authority else ""

    @property
    def words(self) -> str:
        """Its period in words, "" for none."""
        return self.period.words if self.period else ""


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Event:
    """Something dated, with the datings of it in the order of the table.

    `authorities` are the sources that its date was looked up in: those that its note or an erratum names.
    """

    id: str
    name: str
    kind: str
    area: Area
    period: Period | None
    note: str
    datings: tuple[Dating, ...]
    authorities: tuple[Source, ...]

    @property
    def standing(self) -> str:
        """On what its date rests, a code of `vocabulary.STANDINGS`."""
        if self.period is None:
            return vocabulary.BY_NONE
        if self.authorities:
            return vocabulary.BY_REFERENCE
        agreeing = {dating.source.id for dating in self.datings if dating.period and not dating.differs}
        return vocabulary.BY_SEVERAL if len(agreeing) > 1 else vocabulary.BY_ONE

    @property
    def when(self) -> str:
        """Its date in words; "" for one without a date."""
        return self.period.words if self.period else ""

    @property
    def differing(self) -> list[Dating]:
        """The datings that are not the event's own date."""
        return [dating for dating in self.datings if dating.differs]

    @property
    def wrong(self) -> list[Dating]:
        """The datings that their sources have wrong."""
        return [dating for dating in self.datings if dating.is_wrong]

    @property
    def sources(self) -> list[Source]:
        """The sources that date it, each once."""
        return list({dating.source.id: dating.source for dating in self.datings}.values())


def events(register: Register) -> list[Event]:
    """Every event, the earliest first, those without a date at the end."""
    return list(by_id(register).values())


def by_id(register: Register) -> Mapping[str, Event]:
    """The events by id, in the order of time."""
    return register.once(_events)


def datings(register: Register) -> Mapping[str, Dating]:
    """Every dating by its id."""
    return register.once(_datings)


def _events(register: Register) -> dict[str, Event]:
    mentions: dict[str, list[Cells]] = {}
    for row in register.cells("mentions"):
        mentions.setdefault(row["event_id"], []).append(row)
    found = (_event(register, row, mentions.get(row["event_id"], [])) for row in register.cells("events"))
    return {event.id: event for event in sorted(found, key=_order)}


def _datings(register: Register) -> dict[str, Dating]:
    return {dating.id: dating for event in events(register) for dating in event.datings}


def _event(register: Register, row: Cells, mentions: Iterable[Cells]) -> Event:
    period = periods.known(row["period"])
    datings = tuple(_dating(register, mention, period) for mention in mentions)
    return Event(
        id=row["event_id"],
        name=row["name"],
        kind=row["kind"],
        area=register.areas.get(row["area_id"], NOWHERE),
        period=period,
        note=row["note"],
        datings=datings,
        authorities=_authorities(register, row["note"], datings),
    )


def _authorities(register: Register, note: str, datings: Iterable[Dating]) -> tuple[Source, ...]:
    named = [*NAMED.findall(note), *(one.authority.id for one in datings if one.authority and one.is_wrong)]
    return tuple(register.sources[name] for name in dict.fromkeys(named) if name in register.sources)


def _dating(register: Register, row: Cells, event: Period | None) -> Dating:
    period, name = periods.known(row["period"]), row["mention_id"]
    erratum, conflicts = accounts.errata(register).get(name), tuple(accounts.conflicts_of(register, name))
    disputed = any(one.verdict in _DISPUTED for one in conflicts)
    wrong = erratum is not None and erratum.is_of(row["printed"])
    return Dating(
        id=name,
        event_id=row["event_id"],
        printed=row["printed"],
        period=period,
        period_basis=row["period_basis"],
        source=register.sources.get(row["source_id"], NOBODY),
        start=row["start"],
        end=row["end"],
        quote=row["quote"],
        note=row["note"],
        erratum=erratum,
        authority=register.sources.get(erratum.authority_id) if erratum else None,
        conflicts=conflicts,
        verdict=_verdict(event, period, wrong=wrong, disputed=disputed),
    )


def _verdict(event: Period | None, dating: Period | None, *, wrong: bool, disputed: bool) -> str:
    """A wrong dating that holds the event's time, or gives none, has other words for it wrong."""
    if wrong:
        fits = dating is None or (event is not None and dating.holds(event))
        return vocabulary.WRONG_WORDS if fits else vocabulary.WRONG_DATE
    return vocabulary.OTHER_DATE if _apart(event, dating) or (disputed and dating != event) else ""


def _apart(event: Period | None, dating: Period | None) -> bool:
    """Whether two periods share no day; unknown ones are never apart."""
    return bool(event and dating and not event.overlaps(dating))


def _order(event: Event) -> tuple[bool, int, int]:
    return (False, event.period.first, event.period.last) if event.period else (True, 0, 0)

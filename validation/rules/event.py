"""Rules on events: somebody states their time, and the references that their notes name are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from validation.findings import Fault, quoted
from validation.language import numerals, periods
from validation.language.calendar import MONTHS
from validation.language.reading.places import DATE
from validation.model import accounts, events
from validation.model.register import Register
from validation.model.views import rows
from validation.rules.rule import Rule, filled, needs

RULES = (
    Rule(
        "event/period",
        "An event lies within a mention's time, or an erratum's or a reference's.",
        "1975/1989, where one mention has 1975/1979 and one 1989",
        ("events",),
    ),
    Rule(
        "event/reference",
        "The reference that an event's note names is a source.",
        '"reference: no-such-source"',
        ("events",),
    ),
)

_ANY_MONTH = "|".join(MONTHS)
# "February and March 2022", whose first month is read without its year.
_OF_TWO_MONTHS = re.compile(rf"\b({_ANY_MONTH})(?= (?:and|to) (?:{_ANY_MONTH}) ([0-9]{{4}})\b)")

Days = tuple[int, int]
"""The first and the last day."""


@needs("mentions", "errata", "sources")
def events_fit_what_is_said(register: Register) -> Iterator[Fault]:
    """An event's period lies within one that somebody states: a hull of two mentions is stated by none."""
    said_of = _said(register)
    for row, event in enumerate(register.cells("events")):
        period, edtf = periods.known(event["period"]), event["period"]
        if (
            period is None
            or not event["event_id"]
            or any(one in register.sources for one in events.NAMED.findall(event["note"]))
        ):
            continue
        stated = said_of.get(event["event_id"], {})
        if not any(first <= period.first and period.last <= last for first, last in stated.values()):
            said = f", {' or '.join(stated)}, and {edtf} does not" if stated else ", and none has a date"
            message = f"period must lie within what a mention or its erratum says{said}"
            hint = (
                "place the event within a mention's period, say in errata.csv what the mention has wrong, "
                "or name in note what dates it so: reference: the id of a source"
            )
            yield Fault("event/period", "events", row, "period", edtf, message, hint)


def _said(register: Register) -> dict[str, dict[str, Days]]:
    """By event what is said of its time, as it is said: by mentions that are right, and by errata that give a date."""
    errata, mentions = accounts.errata(register), register["mentions"]
    corrected = mentions["mention_id"].isin(list(errata))
    # Of others many say the same.
    asked = mentions[["event_id", "period"]].assign(
        **{name: mentions[name].where(corrected) for name in ("mention_id", "printed")}
    )
    found: dict[str, dict[str, Days]] = {}
    for row in rows(asked.drop_duplicates()):
        said, erratum = found.setdefault(row["event_id"], {}), errata.get(row["mention_id"])
        if erratum and erratum.is_of(row["printed"]):
            if days := _days(erratum.correct):
                said[quoted(erratum.correct)] = days
        elif period := periods.known(row["period"]):
            said[period.edtf] = period.days
    return found


def _days(text: str) -> Days | None:
    """The days of a date as EDTF or people write it, of several from the first to the last; None for no date."""
    if period := periods.known(text):
        return period.days
    dates = [one for one in numerals.read(_OF_TWO_MONTHS.sub(r"\1 \2", text)) if one.kind == DATE]
    found = [period.days for one in dates if (period := periods.known(one.period))]
    return (min(found)[0], max(last for _, last in found)) if found and len(found) == len(dates) else None


@needs("sources")
def references_are_sources(register: Register) -> Iterator[Fault]:
    """What a note calls a reference by its id is a source."""
    for row, note in filled(register["events"], "note"):
        for name in events.NAMED.findall(note):
            if name not in register.sources:
                message = f"note must name a source as its reference, and {quoted(name)} is no id of sources.csv"
                hint = "write the id behind reference:, or say it in other words"
                yield Fault("event/reference", "events", row, "note", note, message, hint)

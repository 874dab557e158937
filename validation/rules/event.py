"""Rules on events: their time fits what sources say of it."""

from __future__ import annotations

from collections.abc import Iterator

from validation.findings import Fault
from validation.language import periods
from validation.model import events
from validation.model.register import Register
from validation.rules.rule import Rule, filled, needs

RULES = (
    Rule("event/period", "An event shares a day with one of its mentions.", "1685 where they have 1858", ("events",)),
)


@needs("mentions", "errata")
def events_fit_their_mentions(register: Register) -> Iterator[Fault]:
    """An event's period shares a day with that of a mention of it; what an erratum calls wrong doesn't count."""
    known = events.by_id(register)
    for row, name, edtf in filled(register["events"], "event_id", "period"):
        period = periods.known(edtf)
        sound = [dating.period for dating in known[name].datings if dating.period and not dating.erratum]
        if period and sound and not any(period.overlaps(one) for one in sound):
            message = f"period must share a day with a mention of the event, and {edtf} shares none"
            hint = "place the event as a mention does, or say in errata.csv what the mentions have wrong"
            yield Fault("event/period", "events", row, "period", edtf, message, hint)

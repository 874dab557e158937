"""The numbers of documents that no chart of the front page draws, in one table with what they were held against."""

from __future__ import annotations

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.charts.drawing import doubts
from dashboard.design import elements, signs
from dashboard.design.tables import Column, Row, table
from dashboard.sections import checks, passages, sources
from dashboard.sections.front.arrangement import alone, ranked
from dashboard.state.addresses import href
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.language.written import many
from validation.model import verdicts
from validation.model.observations import UNDATED, Observation

LISTED = 24
"""Rows; all numbers are on a page of their own."""

HEADS = (
    Column("Verdict", line="sign"),
    Column("Stated", numeric=True, line="first"),
    Column("What", line="first"),
    Column("When"),
    Column("Document"),
    Column("Held against"),
)
ALWAYS = (1, 2, 4)
"""The columns that stand also where no row has anything for them."""


def others(now: Snapshot) -> list[Component]:
    """The numbers of documents that stand alone, in one table with what they were held against."""
    found = sorted(alone(now), key=lambda one: _standing(now, one))
    if not found:
        return []
    rows = [_other(now, one) for one in found[:LISTED]]
    every = sources.tally(now.register, vocabulary.DOCUMENT).numbers
    shown = [i for i, _ in enumerate(HEADS) if i in ALWAYS or any(row[i] != "" for row in rows)]
    heads = [HEADS[i] for i in shown]
    lines = [Row([row[i] for i in shown]) for row in rows]
    caption = "Each with its verdict" if HEADS[0] in heads else "Each with its document"
    listed = table(heads, lines, caption=caption, narrow="lines", hidden_caption=True)
    intro = f"{many(len(found), 'number')} of documents, each with its page."
    more = (href("/data", origin=vocabulary.DOCUMENT), f"All {every} as a table")
    card = html.Div(listed, className="card others")
    return [elements.section("rest", "Other numbers" if ranked(now) else "The numbers", card, intro=intro, more=more)]


def _standing(now: Snapshot, number: Observation) -> int:
    known = verdicts.by_number(now.register)
    codes = list(vocabulary.OUTCOMES)
    return codes.index(vocabulary.outcome(known[number.id]).code) if number.id in known else len(codes)


def _other(now: Snapshot, number: Observation) -> tuple[Any, ...]:
    """The cells of a number."""
    code = verdicts.by_number(now.register).get(number.id, "")
    outcome = vocabulary.outcome(code) if code else None
    sign = [elements.verdict_sign(signs.VERDICTS[outcome.code]), _unseen(outcome.words)] if outcome else ""
    stated = html.A(number.label, href=f"/observations/{number.id}", className="of-doc")
    doubt = doubts.brief(number)
    what = [number.indicator.name, *([" ", html.Span(doubt, className="no-fact")] if doubt else [])]
    document = html.A(sources.name(number.source), href=passages.opened(now, number), className="document")
    when = "" if number.when in ("", UNDATED) else html.Span(number.when, className="when")
    return sign, stated, what, when, document, _against(now, number)


def _unseen(words: str) -> Component:
    return html.Span(words, className="unseen")


def _against(now: Snapshot, number: Observation) -> str:
    """What the reference has that gave the verdict, and where and when where these are not the number's."""
    found = checks.ordered(now.register, number)
    if not found:
        return ""
    other = found[0].reference
    if other is None:
        return vocabulary.VERDICTS[vocabulary.NOT_FOUND].meaning
    where = f", {other.area.name}" if other.area != number.area else ""
    when = f", {other.when}" if other.period and other.days != number.days else ""
    return f"{other.label}, by {sources.name(other.source)}{where}{when}"

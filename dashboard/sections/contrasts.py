"""A comparison as the pages show it: the accounts on one scale, the verdict, each passage."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.charts import dates, rows
from dashboard.design import elements
from dashboard.sections import charts as drawings
from dashboard.sections import known, passages, tags
from dashboard.sections.comparisons import Comparison
from dashboard.state import facts
from dashboard.state.store import Snapshot
from dashboard.state.views import View


def shown(data: Snapshot, one: Comparison, view: View) -> Component:
    """The accounts drawn on one scale beside what is said of them; those without a scale side by side."""
    if one.drawn:
        chart = drawings.card(data, f"accounts/{one.id}", view)
        beside = elements.card(*_verdict(one), *_passages(data, one))
        return html.Article(elements.grid(chart, beside), id=f"accounts-{one.id}", className="comparison")
    name = html.H3(html.A(one.title, href=one.href))
    both = html.Div(_passages(data, one), className="beside")
    return html.Article(elements.card(name, *_verdict(one), both), id=f"accounts-{one.id}", className="comparison")


def _verdict(one: Comparison) -> list[Component]:
    apart = [html.Span(one.apart, className="apart")] if one.apart else []
    several = len(one.reasons) > 1
    why = [html.P([*([tags.accounts(code), " "] if several else []), words]) for code, words in one.reasons]
    return [html.P([*([] if several else [tags.accounts(one.verdict)]), *apart], className="tags"), *why]


def _passages(data: Snapshot, one: Comparison) -> list[Component]:
    return [_number(data, name) if name in known.by_id(data) else _dating(data, name) for name in one.ids]


def _number(data: Snapshot, name: str) -> Component:
    row = known.find(data, name)
    head = html.A(html.Strong(rows.said(row)), href=f"/observations/{name}")
    if rows.derived(row):
        return html.Div([html.P(head), html.P(f"Calculated. {row['note']}", className="aside")], className="account")
    return html.Div(
        [html.P([head, f" · {rows.period(row)}"]), passages.quote(row), *tags.status(row)], className="account"
    )


def _dating(data: Snapshot, name: str) -> Component:
    mention = facts.table(data, "mentions").set_index("mention_id", drop=False).loc[name]
    when = dates.words(mention["period"]) or "not dated"
    return html.Div([html.P(html.Strong(when)), passages.dating(data, mention)], className="account")

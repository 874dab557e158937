"""Native form controls. A form's state is its address: `<form method="get">`, and assets/live.js while typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html
from dash.development.base_component import Component

from dashboard.design.elements import aria, data

Choice = tuple[str, str]
"""A value as it stands in the address, and the words for it."""


class Group(NamedTuple):
    """Choices that belong together, under a name of their own."""

    words: str
    choices: Sequence[Choice]


PROPERTIES = (
    *("id", "type", "name", "value", "checked", "placeholder", "className", "autoComplete", "list"),
    *("min", "max", "step", "enterKeyHint", "maxLength", "dir"),
)

LONGEST = 1000
"""In characters; more than anybody searches for, and an address can hold it."""


class Input(Component):
    """A plain `<input>`, which dash.html lacks; `value` and `checked` are what it starts with."""

    _namespace = "dashboard"
    _type = "Input"

    def __init__(self, **properties: Any) -> None:
        self._prop_names = [*PROPERTIES]
        self._valid_wildcard_attributes = ["data-", "aria-"]
        self.available_properties = self._prop_names
        self.available_wildcard_properties = self._valid_wildcard_attributes
        super().__init__(**properties)


def form(action: str, *fields: Component, live: str = "", label: str = "", button: str = "Show") -> Component:
    """A form whose fields go into the address of `action`.

    `live` names the results on the same page that follow each keystroke (assets/live.js); the button is then left to
    those without scripts.
    """
    submit = html.Button(button, type="submit", className="button")
    properties = data(live=live) | aria(label=label or None)
    content = [*fields, html.Div(submit, className="submit")]
    return html.Form(content, action=action, method="get", role="search", className="filters", **properties)


def results(live: str, content: Any) -> Component:
    """The part of a page that follows the form of the same `live` name."""
    return html.Div(content, id=results_id(live), className="results")


def results_id(name: str) -> str:
    return f"{name}-results"


def search(name: str, label: str, value: str = "", *, id: str, placeholder: str = "") -> Component:
    """A labelled field to search in."""
    told = {"placeholder": placeholder, "autoComplete": "off", "maxLength": LONGEST, "dir": "auto"}
    field = Input(id=id, type="search", name=name, value=value, **told)
    return html.Div([html.Label(label, htmlFor=id), field], className="field field-search")


def select(
    name: str, label: str, choices: Sequence[Choice | Group], chosen: str = "", *, id: str, phone: bool = False
) -> Component:
    """A labelled list to choose one of; the choice with the value "" stands for all.

    With `phone` it is seen on phones alone, where nothing else does the same; its state is sent from all.
    """
    options = [_group(one, chosen) if isinstance(one, Group) else _option(one, chosen) for one in choices]
    name_and_list = [html.Label(label, htmlFor=id), html.Select(options, id=id, name=name)]
    return html.Div(name_and_list, className="field field-phone" if phone else "field")


def checks(name: str, legend: str, choices: Sequence[Choice], chosen: Sequence[str] = (), *, id: str) -> Component:
    """A labelled group to tick any of; each tick is one more `name=` in the address."""
    boxes = [check(name, value, words, value in chosen, id=f"{id}-{value}") for value, words in choices]
    return html.Fieldset([html.Legend(legend), html.Div(boxes, className="checks")], className="field")


def check(name: str, value: str, words: Any, checked: bool, *, id: str) -> Component:
    """One box to tick, with its words."""
    box = Input(id=id, type="checkbox", name=name, value=value, checked=checked)
    return html.Label([box, html.Span(words)], htmlFor=id, className="check")


def kept(name: str, value: str) -> Component:
    """State that the form hands on without showing it."""
    return Input(type="hidden", name=name, value=value)


def _group(group: Group, chosen: str) -> Component:
    return html.Optgroup([_option(one, chosen) for one in group.choices], label=group.words)


def _option(choice: Choice, chosen: str) -> Component:
    value, words = choice
    return html.Option(words, value=value, selected=value == chosen)

"""The stylesheets: where a class is styled, what wins, and that every length and color has its place.

A class is *styled* where it is the subject of a selector: the last part of it that has a class, and of several classes
there the first, the others being its states. `.tile .tag` styles tag and `.stat a` stat; `.chip.on` styles chip, being
on. What stands before the subject, or within `:has()` or `:not()`, is only where it holds and may be anybody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from dashboard.design import theme
from dashboard.state import views
from dashboard.web import document

NAMES = sorted(path.name for path in document.ASSETS.glob("*.css"))


@dataclass(frozen=True)
class Rule:
    """One selector with one declaration, and the at-rules around it."""

    file: str
    around: tuple[str, ...]
    selector: str
    property: str
    value: str

    def __str__(self) -> str:
        return f"{self.file}: {self.selector} {{ {self.property}: {self.value} }}"


def text(name: str) -> str:
    """A stylesheet without its comments and the insides of its strings and pictures."""
    written = (document.ASSETS / name).read_text(encoding="utf-8")
    return re.sub(r'/\*.*?\*/|"[^"]*"', lambda found: '""' if found[0][0] == '"' else "", written, flags=re.DOTALL)


def read(name: str, written: str) -> Iterator[Rule]:
    """The declarations of a stylesheet, once for each selector of their rule."""
    around: list[str] = []
    for head, end in re.findall(r"([^{};]*)([{};])", written):
        head = " ".join(head.split())
        if head and end != "{" and around and ":" in head:
            *outer, selectors = around
            key, _, value = head.partition(":")
            for selector in divided(selectors, ","):
                yield Rule(name, tuple(outer), selector, key, value.strip())
        if end == "{":
            around.append(head)
        elif end == "}":
            around.pop()


def divided(words: str, separators: str) -> list[str]:
    """A text cut at separators that stand in no brackets."""
    parts, depth = [""], 0
    for letter in words:
        depth += (letter in "([") - (letter in ")]")
        if letter in separators and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def subjects(selector: str) -> set[str]:
    """The classes that a selector styles; one of an element alone styles none."""
    for part in reversed(divided(selector, " >+~")):
        part = re.sub(r":(has|not)\(.*\)", "", part)
        inside = re.search(r":(?:is|where)\((.*)\)", part)
        own = re.search(r"\.([\w-]+)", part.replace(inside[0], "") if inside else part)
        found = {own[1]} if own else set()
        if inside and not found:
            found = set().union(*map(subjects, divided(inside[1], ",")))
        if found:
            return found
    return set()


@cache
def rules() -> list[Rule]:
    return [rule for name in NAMES for rule in read(name, text(name))]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("h1:focus", set()),
        (".stat a::after", {"stat"}),
        (".tile .tag", {"tag"}),
        (".chip.on", {"chip"}),
        ("fieldset.field", {"field"}),
        (":is(.anchors, .pager) a:hover", {"anchors", "pager"}),
        (":is(.card, .card > figcaption) > :is(h2, h3) > a", {"card"}),
        (":where(.page) > * + *", {"page"}),
        (".scripted .menu:not([aria-expanded='true']) ~ :is(.navigation, .tools)", {"navigation", "tools"}),
        ("a.spot:not([aria-current]):is(:hover, :focus-visible)::after", {"spot"}),
        (":root:has(.reader)", set()),
    ],
)
def test_the_subject_of_a_selector(selector: str, expected: set[str]) -> None:
    assert subjects(selector) == expected


def test_a_class_is_styled_in_one_file() -> None:
    files = defaultdict(set)
    for rule in rules():
        for name in subjects(rule.selector):
            files[name].add(rule.file)
    assert {name: found for name, found in files.items() if len(found) > 1} == {}


def test_a_stylesheet_is_of_one_layer() -> None:
    layers = defaultdict(set)
    for rule in rules():
        if rule.selector != "@font-face":
            layers[rule.file].add(next(iter(rule.around), ""))
    assert set(layers) == set(NAMES)
    assert {layer for found in layers.values() for layer in found} == {f"@layer {name}" for name in theme.LAYERS}
    assert [file for file, found in layers.items() if len(found) > 1] == []


def test_the_order_of_the_layers_is_said_before_any_of_them() -> None:
    assert theme.css().startswith("@layer base, parts, pages;")
    for page in (document.scripted(), document.plain("A title", "")):
        first = re.search(r'<link rel="stylesheet" href="([^"?]+)|\{%css%\}', page)
        assert first is not None
        assert first[1] == document.THEME


def test_nothing_is_important() -> None:
    assert [str(rule) for rule in rules() if "!important" in rule.value] == []


def test_a_stylesheet_asks_for_a_width_once_and_for_one_that_charts_know() -> None:
    asked = set()
    for name in NAMES:
        conditions = re.findall(r"@media ([^{]+?) *\{", text(name))
        assert len(conditions) == len(set(conditions)), f"{name}: the same @media twice; put them together"
        asked |= {int(width) for width in re.findall(r"\(width (?:<|>=) (\d+)px\)", " ".join(conditions))}
        assert not re.search("(min|max)-width:", " ".join(conditions)), f"{name}: write (width < 640px)"
    assert asked <= set(views.BREADTHS)
    assert {views.PHONE, views.TWO_COLUMNS} <= asked
    assert len(asked) <= 3

"""The stylesheets: where a class is styled, what wins, and that every length and color has its place.

A class is *styled* where it is the subject of a selector: the last part of it that has a class, and of several classes
there the first, the others being its states. `.tile .tag` styles tag and `.stat a` stat; `.chip.on` styles chip, being
on. What stands before the subject, or within `:has()` or `:not()`, is only where it holds and may be anybody's.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from dashboard.design import theme
from dashboard.state import views
from dashboard.web import assets

SCALE = "scale.css"
NAMES = sorted(path.name for path in assets.ASSETS.glob("*.css"))
PACKAGES = [assets.ASSETS.parents[1] / name for name in ("dashboard", "validation")]
MEASURED = r"font|font-size|(margin|padding)(-\w+)*|(\w+-)?gap|border(-\w+)*-radius"
LENGTH = r"(?<![\w.-])(?!-?1px\b)-?[\d.]+(px|pt|rem)\b"  # hairlines and parts of an em are nobody's step
COLOR = (
    r"#[0-9a-f]{3,8}\b|\b(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\("
    r"|\b(aqua|black|blue|fuchsia|gr[ae]y|green|lime|maroon|navy|olive|orange|purple|red|silver|teal|white|yellow)\b"
)


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
    written = (assets.ASSETS / name).read_text(encoding="utf-8")
    return re.sub(r'/\*.*?\*/|"[^"]*"', lambda found: '""' if found[0][0] == '"' else "", written, flags=re.DOTALL)


def read(name: str, written: str) -> Iterator[Rule]:
    """The declarations of a stylesheet, once for each selector of their rule."""
    around: list[str] = []
    for head, end in re.findall(r"([^{};]*)([{};])", written):
        head = " ".join(head.split())
        if head and end != "{" and around and ":" in head:
            outer, selectors = unnested(around)
            key, _, value = head.partition(":")
            for selector in selectors:
                yield Rule(name, outer, selector, key, value.strip())
        if end == "{":
            around.append(head)
        elif end == "}":
            around.pop()


def unnested(around: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The at-rules around a declaration, and its selectors with those of the rules around theirs in them."""
    outer = [head for head in around if head.startswith("@")]
    selectors = [""]
    for head in around:
        if head not in outer:
            inner = [one if "&" in one else f"& {one}" for one in divided(head, ",")]
            selectors = [one.replace("&", within).strip() for within in selectors for one in inner]
    if selectors == [""]:
        selectors = [outer.pop()]  # @font-face
    return tuple(outer), selectors


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


def test_a_rule_within_another() -> None:
    found = read(
        "x.css", "@layer parts { .a, .b { c: d; @media print { &:hover, i { e: f; } } } } @font-face { g: h; }"
    )
    assert [(rule.around, rule.selector, rule.property) for rule in found] == [
        (("@layer parts",), ".a", "c"),
        (("@layer parts",), ".b", "c"),
        *((("@layer parts", "@media print"), selector, "e") for selector in (".a:hover", ".a i", ".b:hover", ".b i")),
        ((), "@font-face", "g"),
    ]


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
    assert assets.bodies()[assets.STYLES].data.decode().startswith(theme.css())


def test_nothing_is_important() -> None:
    assert [str(rule) for rule in rules() if "!important" in rule.value] == []


def test_a_stylesheet_asks_for_a_width_once_and_for_one_that_charts_know() -> None:
    for name in NAMES:
        conditions = re.findall(r"@media ([^{]+?) *\{", text(name))
        assert len(conditions) == len(set(conditions)), f"{name}: the same @media twice; put them together"
        assert not re.search("(min|max)-width:", " ".join(conditions)), f"{name}: write (width < 640px)"
    conditions = " ".join(around for rule in rules() if rule not in places() for around in rule.around)
    asked = {int(width) for width in re.findall(r"(\d+)px", conditions)}
    assert asked <= set(views.BREADTHS)
    assert {views.PHONE, views.TWO_COLUMNS} <= asked
    assert len(asked) <= 3


def test_a_drawing_s_place_is_as_high_as_the_drawing_at_each_breadth() -> None:
    first, *wider = views.BREADTHS
    assert [(rule.around[1:], rule.value) for rule in places()] == [
        ((), f"var(--h{first})"),
        *(((f"@media (width >= {breadth}px)",), f"var(--h{breadth})") for breadth in wider),
    ]


@cache
def places() -> list[Rule]:
    """The heights of the place that a drawing has."""
    return [rule for rule in rules() if (rule.selector, rule.property) == (".chart .canvas", "height")]


def test_sizes_and_spaces_are_steps_of_the_scale() -> None:
    free = [rule for rule in rules() if re.fullmatch(MEASURED, rule.property) and re.search(LENGTH, rule.value)]
    assert [str(rule) for rule in free] == [], f"take a step of {SCALE}"


def test_every_custom_property_is_defined_once_and_used() -> None:
    steps = [rule.property for rule in rules() if rule.file == SCALE and "@media" not in "".join(rule.around)]
    names = steps + re.findall(r"(--[\w-]+):", re.findall(":root{.*", theme.css())[0])
    assert len(names) == len(set(names))
    local = {rule.property for rule in rules() if rule.property.startswith("--") and rule.file != SCALE}
    local |= {f"--h{breadth}" for breadth in views.BREADTHS}  # which each chart says of itself
    used = set(re.findall(r"var\((--[\w-]+)", " ".join([theme.css(), *(rule.value for rule in rules())])))
    assert used - set(names) - local == set()
    assert set(names) - used == {"--grid", "--doc-pale"}  # which charts alone have


def test_charts_are_laid_out_for_the_lengths_of_the_scale() -> None:
    wide, phone = (scale(around) for around in ("", f"@media (width < {views.PHONE}px)"))
    assert (wide["--width"], wide["--gap"]) == (views.WIDEST, views.GAP)
    assert {"phone": 2 * phone["--edge"], "else": 2 * wide["--edge"]} == views.AROUND_CARD
    assert {"phone": 2 * (phone["--inset"] + 1), "else": 2 * (wide["--inset"] + 1)} == views.WITHIN_CARD
    inner = {(rule.selector, rule.property): rule.value for rule in rules() if not rule.around[1:]}
    assert inner[".card", "padding"] == "var(--inset)"
    assert inner[".card", "border"].startswith("1px ")


def scale(media: str) -> dict[str, int]:
    """The lengths in pixels that hold under a condition, or always."""
    found = [rule for rule in rules() if rule.file == SCALE and "".join(rule.around[1:]) == media]
    return {rule.property: int(rule.value[:-2]) for rule in found if re.fullmatch(r"\d+px", rule.value)}


def test_colors_are_those_of_the_theme() -> None:
    assert [str(rule) for rule in rules() if re.search(COLOR, rule.value)] == []


def test_every_class_that_is_styled_is_given_to_something() -> None:
    words, begun = written()
    ends = {name: [name.removeprefix(start) for start in begun if name.startswith(start)] for name in styled() - words}
    assert {name for name, rest in ends.items() if not any(end.isdigit() or end in words for end in rest)} == set()


@pytest.mark.long
def test_every_class_that_is_given_is_styled_or_looked_for_by_a_script() -> None:
    for name, file in given():
        start, computed, _ = name.partition("*")
        known = any(other.startswith(start) for other in styled()) if computed else name in styled() | sought()
        assert known, f"{file}: no stylesheet knows the class {name}"


@cache
def styled() -> set[str]:
    """The classes in selectors."""
    return {name for rule in rules() for name in re.findall(r"\.([A-Za-z][\w-]*)", rule.selector)}


@cache
def written() -> tuple[set[str], set[str]]:
    """The words in code and scripts that may be classes, and the beginnings of those that end in a value.

    Strings of three words and more are sentences, if none of them ends in a value.
    """
    words = sought() | {name for name, _ in given()}
    for tree in (ast.parse(path.read_text(encoding="utf-8")) for folder in PACKAGES for path in folder.rglob("*.py")):
        short = (names for names in classes(tree) if len(names) < 3 or any(name.endswith("-*") for name in names))
        words |= {name for names in short for name in names}
    return words, {word.partition("*")[0] for word in words if re.match(r"[\w-]+-\*", word)}


@cache
def sought() -> set[str]:
    """The words in the strings of the scripts."""
    scripts = "".join(path.read_text(encoding="utf-8") for path in assets.ASSETS.glob("*.js"))
    strings = re.findall("[\"'`](.*?)[\"'`]", re.sub("//.*", "", scripts))
    return set(re.findall(r"[\w-]+", " ".join(strings)))


def given() -> Iterator[tuple[str, Path]]:
    """The classes that Python gives to elements, with `*` for what is a value, and where."""
    for path in PACKAGES[0].rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "className":
                yield from ((name, path) for names in classes(node.value) for name in names)


def classes(node: ast.AST) -> Iterator[list[str]]:
    """The words of each string in a piece of code that may name classes; `*` is what an f-string puts in."""
    if isinstance(node, ast.Constant | ast.JoinedStr):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        said = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        html = re.findall('class="(.+?)"', said)
        yield from (names.split() for names in ([said] if re.fullmatch(r"[a-z*][\w* -]*", said) else html))
    else:
        outcome = (node.body, node.orelse) if isinstance(node, ast.IfExp) else ast.iter_child_nodes(node)
        for child in outcome:
            yield from classes(child)

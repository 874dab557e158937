from __future__ import annotations

import re
from dataclasses import asdict, fields

import pytest

from dashboard.design import theme

SCHEMES = ("light", "dark")
TEXT = ("ink", "muted", "doc", "error", "warn", "ok")
PALE = ("line", "grid", "doc_pale", "wash", "ref_pale")


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("paper", ["paper", "page"])
def test_text_is_legible_and_marks_stand_out(scheme, paper):
    colors = theme.tokens(scheme)
    under = getattr(colors, paper)
    for name in TEXT:
        assert contrast(getattr(colors, name), under) >= 4.5, name
    for name in ("ref", "axis"):
        assert contrast(getattr(colors, name), under) >= 3, name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_are_legible_on_the_wash_of_a_number_and_ink_turned_around(scheme):
    colors = theme.tokens(scheme)
    assert contrast(colors.ink, colors.wash) >= 4.5
    assert contrast(colors.paper, colors.ink) >= 4.5, "what is pressed is ink"


def saturation(color: str) -> float:
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    return (max(parts) - min(parts)) / max(parts)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_documents_are_in_color_and_references_gray_and_each_is_told_by_its_form_too(scheme):
    document, reference = theme.of_document(scheme), theme.of_reference(scheme)
    assert saturation(document.color) > 0.5 > 0.25 > saturation(reference.color)
    assert document.symbol != reference.symbol
    assert document.thick > reference.thick
    for style in (document, reference):
        assert contrast(style.color, style.pale) >= 2, "the value of a range stands out from its span"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_color_of_documents_is_that_of_nothing_else(scheme):
    colors = asdict(theme.tokens(scheme))
    strong = [color for name, color in colors.items() if name not in PALE]
    assert strong.count(colors["doc"]) == strong.count(colors["ref"]) == strong.count(colors["error"]) == 1


def test_css_has_every_property_in_both_schemes_and_follows_the_system():
    css = theme.css()
    for scheme in SCHEMES:
        block = re.search(rf"\[data-scheme={scheme}\]\{{(.*?)\}}", css)
        assert block
        names = [field.name.replace("_", "-") for field in fields(theme.Tokens)]
        assert re.findall(r"--([a-z0-9-]+):", block[1]) == names
        assert f"--paper:{theme.tokens(scheme).paper};" in block[1]
    assert f"prefers-color-scheme: dark){{:root:not([data-scheme]){{--paper:{theme.tokens('dark').paper}" in css


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_template_is_one_for_all_figures_and_transparent(scheme):
    layout = theme.template(scheme)["layout"]
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["font"]["family"].startswith('"Source Sans 3"')
    assert layout["font"]["color"] == theme.tokens(scheme).ink
    assert theme.template(scheme) is theme.template(scheme)


def test_an_unknown_scheme_says_which_there_are():
    with pytest.raises(ValueError, match="light or dark, not 'sepia'"):
        theme.tokens("sepia")


def test_mixed_and_faded_colors():
    assert theme.mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert theme.mixed("#123456", "#ffffff", 1) == "#123456"
    assert theme.faded("#0a0b0c", 0.25) == "rgba(10,11,12,0.25)"

from __future__ import annotations

import re

import pytest

from dashboard.design import theme

SCHEMES = ("light", "dark")
TEXT = ("ink", "muted", "accent", "error", "warn", "ok")
NAMES = (
    "paper page ink muted line grid axis accent accent-ink error warn ok mark "
    "series-1 series-2 series-3 series-4 series-5 series-6"
)


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
def test_series_colors_stand_out_and_text_is_legible(scheme, paper):
    colors = theme.tokens(scheme)
    under = getattr(colors, paper)
    for color in colors.series:
        assert contrast(color, under) >= 4.5, f"{color} is used for dates and names as well as for marks"
    assert contrast(colors.axis, under) >= 3, "references are drawn in it"
    for name in TEXT:
        assert contrast(getattr(colors, name), under) >= 4.5, name


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_legible_on_what_lies_under_it(scheme):
    colors = theme.tokens(scheme)
    assert contrast(colors.accent_ink, colors.accent) >= 4.5
    assert contrast(colors.ink, colors.mark) >= 4.5
    track = theme.mixed(colors.grid, colors.paper, 0.5)
    assert contrast(colors.muted, track) >= 4.5


def test_colors_begin_again_with_other_symbols():
    names = [str(number) for number in range(20)]
    styles = theme.styles(names, "light")
    assert len({(style.color, style.symbol) for style in styles.values()}) == 20
    first = list(styles.values())[:6]
    assert len({style.color for style in first}) == len({style.symbol for style in first}) == 6
    assert len({style.dash for style in first[:5]}) == 5


def test_what_is_gray_shares_its_color_with_nothing_else():
    styles = theme.styles([str(number) for number in range(9)], "light", gray={"2", "4"})
    gray = {style.color for name, style in styles.items() if name in {"2", "4"}}
    colors = theme.tokens("light")
    assert gray == {colors.axis}
    assert not (gray | {colors.muted}) & {style.color for name, style in styles.items() if name not in {"2", "4"}}


def test_the_order_of_names_decides_and_repeats_do_not():
    assert theme.styles(["b", "a", "b"], "dark") == theme.styles(["b", "a"], "dark")


def test_every_symbol_has_a_glyph_for_keys():
    glyphs = [theme.Style("#000000", symbol, "solid").glyph for symbol in theme.SYMBOLS]
    assert len(set(glyphs)) == len(theme.SYMBOLS)


def test_css_has_every_property_in_both_schemes_and_follows_the_system():
    css = theme.css()
    for scheme in SCHEMES:
        block = re.search(rf"\[data-scheme={scheme}\]\{{(.*?)\}}", css)
        assert block
        assert sorted(re.findall(r"--([a-z0-9-]+):", block[1])) == sorted(NAMES.split())
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

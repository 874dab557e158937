"""The vocabulary: each code has its words and its sign, and no other module has a table of codes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dashboard.design import signs
from validation import vocabulary
from validation.files.columns import SLUG
from validation.language import qualifiers
from validation.language.reading import words

GROUPS = {
    name: group
    for name, group in vars(vocabulary).items()
    if isinstance(group, Mapping) and name.isupper() and all(hasattr(entry, "code") for entry in group.values())
}
# What has a sign of its own, and which codes that group has.
SIGNED = ("MARKS", "STATUSES", "BASES", "EVIDENCE", "PRESENCES", "VERDICTS", "ACCOUNTS")
CONSTANTS = {
    name: code for name, code in vars(vocabulary).items() if isinstance(code, str) and code in vocabulary.MARKS
}


def test_there_are_groups_of_codes():
    assert {*SIGNED, "QUALIFIERS", "SOURCE_KINDS", "CHART_KINDS", "MEASURES", "REASONS"} <= set(GROUPS)


@pytest.mark.parametrize("name", GROUPS)
def test_every_code_has_words_and_is_an_id(name):
    for code, entry in GROUPS[name].items():
        assert entry.code == code
        assert re.fullmatch(rf"({SLUG})?|[A-Z]", code)
        assert entry.words.strip() == entry.words != ""
        assert not entry.meaning or entry.meaning.endswith(".")


@pytest.mark.parametrize("name", GROUPS)
def test_no_two_codes_of_a_group_have_the_same_words(name):
    words = [entry.words for entry in GROUPS[name].values()]
    assert len(words) == len(set(words))


def test_every_qualifier_says_what_it_means_and_which_words_make_it():
    for code, entry in vocabulary.MARKS.items():
        assert entry.meaning
        assert entry.gist
        assert bool(entry.leaves) is bool(entry.sets)
        assert entry.leaves.count("{}") == bool(entry.sets)
        assert bool(entry.said) is (code not in (vocabulary.EXACT, vocabulary.RANGE))
    assert set(vocabulary.MARKS) == {*vocabulary.QUALIFIERS, vocabulary.RANGE}


@pytest.mark.parametrize("name", SIGNED)
def test_every_code_that_is_shown_has_a_sign(name):
    told = vocabulary.OUTCOMES if name == "VERDICTS" else ()
    assert set(getattr(signs, name)) == {*GROUPS[name], *told}


@pytest.mark.parametrize("name", ["STATUSES", "BASES", "EVIDENCE", "PRESENCES", "OBJECTIONS"])
def test_every_kind_of_tag_has_a_glyph(name):
    assert set(getattr(signs, name).values()) <= set(signs.GLYPHS)


def test_no_other_module_than_that_of_their_words_has_a_table_of_qualifiers(root: Path):
    tables = [found for path in _modules(root) for found in _tables(path, path.relative_to(root))]
    assert not tables, "a code's words and meaning stand in vocabulary, its sign in signs; here are others:\n" + (
        "\n".join(tables)
    )


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("X = {'over': 1, 'under': 2}", 1),
        ("X = {codes.OVER: 1, codes.UNDER: 2}", 1),
        ("X = [('over', 1), ('at-most', 2)]", 1),
        ("def f(): return x in ('over', 'at-least')", 1),
        ("X = frozenset({OVER, UNDER, NEARLY})", 1),
        ("X = {OVER, ABOUT}", 0),
        ("X = ('about', 'data')", 0),
        ("X = {'over': 1, 'about': Y}['about']", 1),
    ],
)
def test_tables_of_qualifiers_are_found(tmp_path, source, found):
    (tmp_path / "x.py").write_text(source)
    assert len(list(_tables(tmp_path / "x.py", Path("x.py")))) == found


def _modules(root: Path) -> Iterator[Path]:
    own = {Path(module.__file__ or "") for module in (vocabulary, signs, qualifiers, words)}
    for package in ("validation", "dashboard"):
        yield from (path for path in sorted((root / package).rglob("*.py")) if path not in own)


def _tables(path: Path, shown: Path) -> Iterator[str]:
    """Where a module's literals hold several codes of qualifiers; two that are only asked for by name are no table."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        items = _items(node) if isinstance(node, ast.expr) else []
        codes = [code for item in items if (code := _code(item))]
        spelled = [item for item in items if isinstance(item, ast.Constant)]
        if items and len(set(codes)) > (1 if isinstance(node, ast.Dict) or spelled else 2):
            yield f"{shown}:{items[0].lineno}: {', '.join(codes)}"


def _items(node: ast.expr) -> list[ast.expr]:
    """The keys of a dict, what else holds in its order, and the first of each pair."""
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key]
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return [item.elts[0] if isinstance(item, ast.Tuple) and item.elts else item for item in node.elts]
    return []


def _code(item: ast.expr) -> str:
    """The code that an expression is, as it is spelled or by its name in the vocabulary; else nothing."""
    if isinstance(item, ast.Constant):
        return item.value if isinstance(item.value, str) and item.value in vocabulary.MARKS else ""
    name = item.id if isinstance(item, ast.Name) else item.attr if isinstance(item, ast.Attribute) else ""
    return CONSTANTS.get(name, "")

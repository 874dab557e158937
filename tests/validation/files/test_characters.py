"""Characters that no cell needs, and those that languages do need."""

from __future__ import annotations

import pytest

from validation.files.characters import problems


def found(text: str) -> list[tuple[int, str]]:
    return [(line, message) for line, _, message, _ in problems(text.encode())]


@pytest.mark.parametrize(
    "code", [0x00, 0x08, 0x7F, 0x85, 0xAD, 0x61C, 0x200B, 0x2028, 0x202E, 0x2066, 0xFEFF, 0xFFFD, 0xE0031]
)
def test_what_nobody_sees_is_found_at_its_line(code):
    assert found(f"a,b\n1{chr(code)}2,3\n") == [(1, f"must hold visible text only, not U+{code:04X}")]


@pytest.mark.parametrize("code", [0x430, 0x441, 0x3BF, 0x410])
def test_a_letter_that_passes_for_a_latin_one_is_found(code):
    ((line, message),) = found(f"tr{chr(code)}de\n")
    assert line == 0
    assert f"U+{code:04X}" in message


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a,b\0", 3),
        ("\0a,b", 1),
        ('"a,""b","c\0"', 9),
        ('a"b,c\0', 5),
        ('a,"b,c\0', 6),
        (",,tr\u0430de,x", 3),
    ],
)
def test_its_cell_is_where_the_character_is(text, column):
    assert [where for _, where, _, _ in problems(text.encode())] == [column]


def test_a_character_is_found_once_in_a_cell():
    assert len(found("\0\0\0,\0\b\n\0\n")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Москва, Moscow",
        "Russia’s café, 1–2 km²",
        "Владивосток, порт",
        "中国 2023",
        "SMSки",
        "Σ of μm",
        "tab\tand\r\nline ends",
    ],
)
def test_what_languages_write_is_left_alone(text):
    assert found(text) == []

"""Bytes as text: by their mark, as UTF-8, as the page says, by a guess, or as somebody knows."""

from __future__ import annotations

import codecs

import pytest

from validation.files.converters import encodings
from validation.files.converters.converted import Refused

GERMAN = "Die Größe betrug 12,5 % in München. Es waren über 3.000 Häuser für ältere Bürger."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (GERMAN.encode(), "utf-8"),
        (codecs.BOM_UTF8 + GERMAN.encode(), "utf-8"),
        (GERMAN.encode("utf-16"), "utf-16"),
        (GERMAN.encode("utf-32"), "utf-32"),
        (GERMAN.encode("utf-16-le"), "utf-16-le"),
        (GERMAN.encode("latin-1"), "cp1252"),
        (b"<meta charset=iso-8859-2>" + GERMAN.encode("iso-8859-2"), "iso8859-2"),
        (b'<?xml version="1.0" encoding="latin1"?>' + GERMAN.encode("latin-1"), "cp1252"),
        (b"<meta charset=utf-8>" + GERMAN.encode("latin-1"), "cp1252"),
        (b"<meta charset=no-such>" + GERMAN.encode("latin-1"), "cp1252"),
    ],
)
def test_a_text_is_read_in_its_encoding(data: bytes, name: str) -> None:
    text, found = encodings.decoded(data)
    assert text.endswith(GERMAN)
    assert found == name


@pytest.mark.parametrize("language", ["cp1251", "koi8-r", "shift_jis", "gb18030", "cp1253"])
def test_digits_are_never_changed_by_a_guess(language: str) -> None:
    words = {
        "shift_jis": "人口は約1,200万人です",
        "gb18030": "人口约为1,200万人",
        "cp1253": "είναι περίπου 1,200 κάτοικοι",
    }
    text = words.get(language, "Население составило 1,200 тысяч человек")
    assert encodings.decoded(text.encode(language))[0] == text


def test_a_name_that_is_given_holds() -> None:
    assert encodings.decoded("£5".encode("cp1252"), "windows-1252") == ("£5", "cp1252")
    assert encodings.decoded("£5".encode("cp1252"), "cp1250") == ("Ł5", "cp1250")


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0", "", "neither text, Markdown, HTML, PDF nor DOCX"),
        (bytes(range(256)) * 9, "", "neither text"),
        ("fünf é".encode()[:-1], "", "ends in the middle of a character; get the whole file"),
        (b"\xff\xfe1", "", "not in utf-16"),
        ("ü".encode(), "ascii", "not in ascii: its byte 0 is not; name another with --encoding"),
        (b"12", "hex", "there is no encoding 'hex'; name one such as"),
        (b"12", "utf-7", "there is no encoding"),
        (b"12", "a\0b", "there is no encoding"),
        (b"12", "undefined", "there is no encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, encoding: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        encodings.decoded(data, encoding)


def test_another_encoding_than_the_usual_is_told() -> None:
    assert encodings.remarks("utf-8") == ()
    assert "read as cp1252" in encodings.remarks("cp1252")[0]

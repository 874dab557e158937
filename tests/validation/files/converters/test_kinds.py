"""Any bytes become a document, or a line that says why not and what to do."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.papers import Words, docx, paragraph, pdf
from validation.files.converters import kinds
from validation.files.converters.converted import LARGEST, Refused

PDF, DOCX = pdf([Words("It had 12 hives")]), docx(paragraph("It had 12 hives"))
PAGE = b"<!-- a --><!DOCTYPE html><p>It had 12 hives"


@pytest.mark.parametrize(
    ("data", "name", "suffix"),
    [
        (PDF, "a.txt", "pdf"),
        (b"\n\n" + PDF, "a", "pdf"),
        (DOCX, "a.zip", "docx"),
        (PAGE, "a.txt", "html"),
        (b"<p>It had 12 hives", "a.HTM", "html"),
        (b"<p>It had 12 hives", "a.txt", "txt"),
        (b"# It had 12 hives", "a.md", "md"),
        (b"It had 12 hives", "a", "txt"),
    ],
)
def test_a_kind_is_told_by_what_is_in_a_file(data: bytes, name: str, suffix: str) -> None:
    made = kinds.converted(data, name)
    assert made.suffix == suffix
    assert "It had 12 hives" in made.text


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n\0", "a.pdf", "the file is empty"),
        (b"\xd0\xcf\x11\xe0 12", "a.doc", "locked, or from a word processor of before 2007; save it as DOCX"),
        (b"{\\rtf1 12}", "a.rtf", "it is RTF; save it as DOCX"),
        (PAGE, "a.pdf", "no PDF, whatever its name says"),
        (b"<?xml version='1.0'?><rss>12</rss>", "a.xml", "it is XML"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a.png", "neither text, Markdown, HTML, PDF nor DOCX"),
        (b"12 " * (LARGEST // 3 + 1), "a.txt", "larger than 5 MB"),
        (b"<div a>" * 2000 + b"12", "a.html", "nested too deep|no text of its own"),
        (b"\xe2\x80\x8b\xc2\xad", "a.txt", "it holds no text"),
    ],
)
def test_what_is_none_is_refused_with_what_to_do(data: bytes, name: str, said: str) -> None:
    with pytest.raises(Refused, match=said) as refused:
        kinds.converted(data, name)
    assert str(refused.value).count("; ") == 1


def test_a_library_that_is_not_there_is_named_with_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = builtins.__import__

    def without(name: str, *others: Any, **more: Any) -> Any:
        if name in ("trafilatura", "mammoth", "pypdfium2", "markdown_it"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return imported(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    for data, name, library in ((PAGE, "a", "trafilatura"), (DOCX, "a", "mammoth"), (b"a 1", "a.md", "markdown_it")):
        with pytest.raises(Refused, match=rf"the library {library}.*; pip install 'stated-numbers\[documents\]'"):
            kinds.converted(data, name)


BEGINNINGS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"<!doctype html>", b"\xff\xfe", b"\xef\xbb\xbf"]
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a", "\ud800.txt"])


@settings(max_examples=150)
@given(
    BEGINNINGS,
    st.one_of(st.binary(max_size=400), st.text(max_size=200).map(lambda text: text.encode("utf-8", "ignore"))),
    NAMES,
)
def test_any_bytes_become_a_document_or_a_line(beginning: bytes, rest: bytes, name: str) -> None:
    assert made_or_refused(beginning + rest, name)


@settings(max_examples=60)
@given(st.sampled_from([PDF, DOCX]), st.data())
def test_a_damaged_file_becomes_a_document_or_a_line(whole: bytes, draw: st.DataObject) -> None:
    at = draw.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + draw.draw(st.binary(max_size=4)) + whole[at + draw.draw(st.integers(0, 60)) :]
    assert made_or_refused(damaged, "a")


def made_or_refused(data: bytes, name: str) -> str:
    """The text, or the line that says why there is none; it ends every line with a LF, and can be written."""
    try:
        text = kinds.converted(data, name).text
    except Refused as refused:
        return str(refused) if all(refused.args) and len(str(refused).splitlines()) == 1 else ""
    return text if text.encode() and "\r" not in text else ""

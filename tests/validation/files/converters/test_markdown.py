"""Markdown as it is read: no mark, no address, no picture becomes a numeral."""

from __future__ import annotations

import pytest

from validation.files.converters import markdown
from validation.files.converters.converted import Refused
from validation.language import numerals

TEXT = """\
---
title: "The Honey Year"
author: Ann Lee
date: 2024-03-12
lang: en
---
# The *Honey* Year

It rose **12.5**% to [96 tonnes](https://bees.example/2021/03/12 "at 4")[^2].
![jars of 7](jars-8.png) It had 27<sup>3</sup> hives, ~~12~~14 swarms and `5 + 6`.

| year | hives |
|------|------:|
| 2020 | 4,000 |
| 2021 |       |

4. four keepers
   - one of them

[^2]: The 2nd note.
[bees]: https://bees.example/99
"""


def test_the_marks_are_taken_off() -> None:
    assert markdown.converted(TEXT.encode()).text == (
        "The Honey Year\n\nIt rose 12.5% to 96 tonnes [2]. It had 27³ hives, 14 swarms and 5 + 6.\n\n"
        "year\thives\n2020\t4,000\n2021\n\nfour keepers\n\none of them\n\n[2] The 2nd note.\n"
    )


def test_no_address_is_a_numeral() -> None:
    found = [one.text for one in numerals.read(markdown.converted(TEXT.encode()).text)]
    assert not {"2021/03/12", "99", "7", "8", "12"} & set(found)
    assert {"12.5%", "96 tonnes", "4,000"} <= {*found, "96 tonnes"}


def test_what_stands_before_it_says_what_it_is() -> None:
    made = markdown.converted(TEXT.encode())
    said = {"title": "The Honey Year", "author": "Ann Lee", "author_kind": "person", "published": "2024-03-12"}
    assert made.said == said | {"language": "en"}
    assert made.inferred == ("author_kind",)
    assert markdown.converted(b"# Bees\n\nHum.").said == {"title": "Bees"}


def test_a_text_of_addresses_alone_is_none() -> None:
    with pytest.raises(Refused, match="no text"):
        markdown.converted(b"[bees]: https://bees.example/99\n")

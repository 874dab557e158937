"""BibTeX that programs can read: text escaped, braces in pairs, dates in its own words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.downloads import bibtex
from tests.periods import ACCEPTED
from validation.language import periods
from validation.model.citations import Citation

COMMANDS = {r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
COMMANDS |= {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
COMMANDS |= {r"\textless{}": "<", r"\textgreater{}": ">", r"\textbar{}": "|"}
TOKEN = re.compile(r"\\text\w+\{\}|\\[$&#%_]|[^\\{}$&#%_~^<>|]")


def typeset(text: str) -> str:
    """What LaTeX makes of the text; fails where a character would be a command of its own."""
    tokens = TOKEN.findall(text)
    assert "".join(tokens) == text
    return "".join(COMMANDS.get(token, token[-1]) for token in tokens)


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = (.*),$", entry, re.MULTILINE))


@given(st.text())
def test_text_is_typeset_as_it_was(text: str) -> None:
    assert typeset(bibtex.escaped(text)) == " ".join(text.split())


@given(st.text(alphabet='{}\\"%@, \n', max_size=20))
def test_braces_are_in_pairs_as_bibtex_counts_them(text: str) -> None:
    entry = bibtex.written([Citation("x", "document", text, ((text, "A"),), url=text, publisher=text, note=text)])
    depths = [entry[:i].count("{") - entry[:i].count("}") for i in range(len(entry) + 1)]
    assert min(depths) == 0
    assert depths[-1] == 0
    assert 0 not in depths[len("@misc{") : -2]


def dated(date: str) -> dict[str, str]:
    cited = Citation("x", "document", "T", issued=periods.known(date), accessed=periods.known(date))
    return fields(bibtex.written([cited]))


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2024-04-24", {"year": "{2024}", "month": "apr"}),
        ("2022-03", {"year": "{2022}", "month": "mar"}),
        ("2022-36", {"year": "{2022}"}),
        ("2023/2024", {"year": "{2023--2024}"}),
        ("2023-01/2023-05", {"year": "{2023}"}),
        ("2022~", {"year": "{2022}"}),
        ("192X", {"year": "{1920s}"}),
        ("192X/1941", {"year": "{1920s--1941}"}),
        ("-0043-03", {"year": "{44 BC}", "month": "mar"}),
        ("0044", {"year": "{AD 44}"}),
        ("", {}),
    ],
)
def test_dates(date: str, said: dict[str, str]) -> None:
    read = {"urldate": f"{{{date}}}"} if date else {}
    assert dated(date) == {"title": "{{T}}", **said, **read}


@given(ACCEPTED)
def test_every_period_has_a_year(date: str) -> None:
    said = dated(date)
    assert said.keys() - {"month"} == {"title", "year", "urldate"}
    assert said.get("month", "jan") in bibtex._MONTHS
    assert all(end.years in typeset(said["year"].strip("{}")) for end in periods.read(date).ends)


def test_an_entry_as_it_is_written() -> None:
    cited = Citation(
        "hives-2021",
        "document",
        "Hives & honey: 50% more",
        (("Berg", "Ann van den"), ("Bee Office",)),
        issued=periods.read("2022-03-01"),
        publisher="Ash_Valley",
        url="https://bees.example/a_b?c=%20&d={x}",
        accessed=periods.read("2024-05-31"),
        note="Says “50%”.",
    )
    assert bibtex.written([cited, Citation("b", "collection", "B")]) == (
        "@misc{hives-2021,\n"
        "  author = {{Berg}, {Ann van den} and {Bee Office}},\n"
        "  title = {{Hives \\& honey: 50\\% more}},\n"
        "  year = {2022},\n"
        "  month = mar,\n"
        "  howpublished = {Ash\\_Valley},\n"
        "  url = {https://bees.example/a_b?c=%20&d=%7Bx%7D},\n"
        "  urldate = {2024-05-31},\n"
        "  note = {Says “50\\%”.},\n"
        "}\n"
        "\n"
        "@misc{b,\n"
        "  title = {{B}},\n"
        "}\n"
    )

"""BibTeX that programs can read: held against a parser of its own, text as LaTeX sets it, names in their parts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from tests.periods import ACCEPTED
from validation.language import periods
from validation.model.citations import Citation
from validation.model.names import Name, organization, person
from validation.packing import bibtex

COMMANDS = {r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
COMMANDS |= {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
COMMANDS |= {r"\textless{}": "<", r"\textgreater{}": ">", r"\textbar{}": "|"}
TOKEN = re.compile(r"\\text\w+\{\}|\\[$&#%_]|[^\\{}$&#%_~^<>|]")


def typeset(text: str) -> str:
    """What LaTeX makes of the text; fails where a character would be a command of its own."""
    tokens = TOKEN.findall(text)
    assert "".join(tokens) == text
    return "".join(COMMANDS.get(token, token[-1]) for token in tokens)


def parsed(citation: Citation) -> Any:
    """The entry as a program reads it."""
    return parse_string(bibtex.written([citation]), "bibtex").entries[citation.id]


def words(parts: list[str]) -> str:
    """A part of a name as it was, without the braces that keep it whole."""
    return typeset(" ".join(part[1:-1] if part.startswith("{") else part for part in parts))


def taken_apart(name: Any) -> tuple[str, str, str, str]:
    """First, von, Last and Jr, as BibTeX calls them."""
    first = [*name.first_names, *name.middle_names]
    return words(first), words(name.prelast_names), words(name.last_names), words(name.lineage_names)


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = (.*),$", entry, re.MULTILINE))


@given(st.text())
def test_text_is_typeset_as_it_was(text: str) -> None:
    assert typeset(bibtex.escaped(text)) == " ".join(text.split())


@given(st.text(alphabet='{}\\"%@, \n', max_size=20))
def test_braces_are_in_pairs_as_bibtex_counts_them(text: str) -> None:
    people = (Name(text, family=text, given="A"), organization(text))
    entry = bibtex.written([Citation("x", "document", text, people, url=text, publisher=text, note=text)])
    depths = [entry[:i].count("{") - entry[:i].count("}") for i in range(len(entry) + 1)]
    assert min(depths) == 0
    assert depths[-1] == 0
    assert 0 not in depths[len("@misc{") : -2]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
PARTS = (TEXTS | st.text('{}\\"%@, andAN~^$#&_', max_size=12)).map(lambda text: " ".join(text.split()))


@given(TEXTS, TEXTS)
@pytest.mark.long
def test_a_program_reads_what_was_written(title: str, note: str) -> None:
    entry = parsed(Citation("x", "collection", title, version=note, note=note, annotation=title, publisher=note))
    assert words([entry.fields["title"]]) == " ".join(title.split())
    for field in ("version", "note", "howpublished"):
        assert typeset(entry.fields.get(field, "")) == " ".join(note.split())
    assert typeset(entry.fields.get("annote", "")) == " ".join(title.split())


@given(
    PARTS.filter(bool), PARTS, st.sampled_from(["", "van", "de la"]), st.sampled_from(["", "Jr.", "III", "PhD, Jr."])
)
@pytest.mark.long
def test_a_program_takes_a_person_s_name_apart(family: str, given: str, particle: str, suffix: str) -> None:
    name = Name("", family=family, given=given, particle=particle, suffix=suffix)
    people = parsed(Citation("x", "document", "T", (name, organization("Bees and Honey, Jr.")))).persons["author"]
    assert [taken_apart(one) for one in people] == [
        (given, particle, family, suffix),
        ("", "", "Bees and Honey, Jr.", ""),
    ]


@given(PARTS.filter(bool))
@pytest.mark.long
def test_a_program_leaves_an_organization_s_name_whole(name: str) -> None:
    (read,) = parsed(Citation("x", "document", "T", (organization(name),))).persons["author"]
    assert taken_apart(read) == ("", "", name, "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("van den Berg, Jr., Ann", "van den Berg, Jr., Ann"),
        ("Li, Wei", "Li, Wei"),
        ("Hans Müller-Lüdenscheidt", "Müller-Lüdenscheidt, Hans"),
        ("Juan de la Vega III", "de la Vega, III, Juan"),
        ("José Ortega y Gasset", "{Ortega y Gasset}, José"),
        ("bell hooks", "{hooks}, bell"),
        ("王伟", "{王伟}"),
        ("Plato", "{Plato}"),
        ("Wei Li, PhD, Jr.", "Li, {PhD, Jr.}, Wei"),
    ],
)
def test_names_as_they_are_written(name: str, said: str) -> None:
    assert bibtex._name(person(name)) == said


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
        (person("Ann van den Berg"), organization("Bee Office")),
        issued=periods.read("2022-03-01"),
        publisher="Ash_Valley",
        url="https://bees.example/a_b?c=%20&d={x}",
        accessed=periods.read("2024-05-31"),
        note="Says “50%”.",
        annotation="Line 3.",
        pages=("3", "12"),
    )
    assert bibtex.written([cited, Citation("b", "collection", "B")]) == (
        "@misc{hives-2021,\n"
        "  author = {van den Berg, Ann and {Bee Office}},\n"
        "  title = {{Hives \\& honey: 50\\% more}},\n"
        "  year = {2022},\n"
        "  month = mar,\n"
        "  howpublished = {Ash\\_Valley},\n"
        "  pages = {3, 12},\n"
        "  url = {https://bees.example/a_b?c=%20&d=%7Bx%7D},\n"
        "  urldate = {2024-05-31},\n"
        "  note = {Says “50\\%”.},\n"
        "  annote = {Line 3.},\n"
        "}\n"
        "\n"
        "@misc{b,\n"
        "  title = {{B}},\n"
        "}\n"
    )

"""Names of authors: people's in their parts, nothing of them lost; organizations' whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.model.names import Name, organization, person

WORDS = st.text(st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), min_size=1, max_size=8)
FAMILIAR = st.sampled_from(
    ["van", "de", "la", "Jr.", "III", "PhD", "Dr.", "Ann", "Berg", "O'Brien", "Mr.", "y", "(Bee)"]
)
WRITTEN = st.lists(WORDS | FAMILIAR | st.just(","), min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("written", "family", "given", "particle", "suffix"),
    [
        ("Ann Berg", "Berg", "Ann", "", ""),
        ("Berg, Ann", "Berg", "Ann", "", ""),
        ("Ann van den Berg", "Berg", "Ann", "van den", ""),
        ("van den Berg, Ann", "Berg", "Ann", "van den", ""),
        ("Berg, Ann van den", "Berg", "Ann", "van den", ""),
        ("van den Berg, Jr., Ann", "Berg", "Ann", "van den", "Jr."),
        ("Berg, Ann, Jr.", "Berg", "Ann", "", "Jr."),
        ("Berg, PhD, Jr.", "Berg", "", "", "PhD, Jr."),
        ("Martin Luther King, Jr.", "King", "Martin Luther", "", "Jr."),
        ("John Smith Sr.", "Smith", "John", "", "Sr."),
        ("Juan Q. de la Vega III", "Vega", "Juan Q.", "de la", "III"),
        ("Otto von Bismarck", "Bismarck", "Otto", "von", ""),
        ("Mohammed bin Salman", "Salman", "Mohammed", "bin", ""),
        ("Vincent Van Gogh", "Van Gogh", "Vincent", "", ""),
        ("José Ortega y Gasset", "Ortega y Gasset", "José", "", ""),
        ("García Márquez, Gabriel", "García Márquez", "Gabriel", "", ""),
        ("Müller-Lüdenscheidt, Hans", "Müller-Lüdenscheidt", "Hans", "", ""),
        ("V. K. Arsenyev", "Arsenyev", "V. K.", "", ""),
        ("Dr. Ann Berg", "Berg", "Dr. Ann", "", ""),
        ("Ann (Bee) Berg", "Berg", "Ann (Bee)", "", ""),
        ("Jack MA", "MA", "Jack", "", ""),
        ("Prince", "Prince", "", "", ""),
        ("Li, Wei", "Li", "Wei", "", ""),
        ("Le, Duc Tho", "Le", "Duc Tho", "", ""),
        ("Saint Laurent, Yves", "Saint Laurent", "Yves", "", ""),
        ("Baron Cohen, Sacha", "Baron Cohen", "Sacha", "", ""),
        ("Lord Dunsany, Edward", "Lord Dunsany", "Edward", "", ""),
        ("García Márquez, Gabriel José", "García Márquez", "Gabriel José", "", ""),
        ("King Jr., Martin Luther", "King", "Martin Luther", "", "Jr."),
        ("王伟", "王伟", "", "", ""),
        ("김민준", "김민준", "", "", ""),
        ("高橋 みなみ", "高橋", "みなみ", "", ""),
        ("Иванов, Иван Петрович", "Иванов", "Иван Петрович", "", ""),
        ("محمد بن سلمان", "بن سلمان", "محمد", "", ""),
    ],
)
def test_a_person_has_a_name_in_parts(written: str, family: str, given: str, particle: str, suffix: str) -> None:
    name = person(written)
    assert (name.family, name.given, name.particle, name.suffix) == (family, given, particle, suffix)
    assert name.whole == ""


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("van den Berg, Jr., Ann", "Ann van den Berg Jr."),
        ("Li, Wei", "Wei Li"),
        ("  Ann\N{NO-BREAK SPACE} Berg ", "Ann Berg"),
        ("高橋 みなみ", "高橋 みなみ"),
        ("Berg,", "Berg"),
        (" , ", ""),
    ],
)
def test_a_person_s_name_in_a_text(written: str, words: str) -> None:
    assert person(written).words == words


@given(WRITTEN)
def test_no_word_of_a_name_is_lost(written: str) -> None:
    name = person(written)
    said = " ".join((name.family, name.given, name.particle, name.suffix))
    assert sorted(said.replace(",", " ").split()) == sorted(written.replace(",", " ").split())
    assert bool(name.family) == bool(name.words)


@given(WRITTEN)
def test_an_organization_s_name_stays_as_it_is(written: str) -> None:
    plain = " ".join(written.split())
    assert organization(written) == Name(plain, whole=plain)


def test_names_are_read_by_those_alone_who_cite(root: Path) -> None:
    code = "import sys, validation.commands.check, validation.model.citations; sys.exit('nameparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=root).returncode == 0

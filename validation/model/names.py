"""The names of authors, taken apart as citations need them: people's into their parts, organizations' not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nameparser import ParsedName

_BETWEEN_PARTS = ", "


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, or one that must stay as it is, of which `whole` alone is given.

    `particle` is what stands before a family name and is kept with it ("van den"), `suffix` what stands behind a name
    ("Jr.", "III"). `words` is the name as it stands in a text, given names first where they come first.
    """

    words: str
    whole: str = ""
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""


def organization(written: str) -> Name:
    """The name of an organization, which no program may take apart."""
    plain = " ".join(written.split())
    return Name(plain, whole=plain)


def person(written: str) -> Name:
    """A person's name, written "Ann van den Berg", "van den Berg, Ann" or "van den Berg, Jr., Ann".

    A comma stands behind the family name, whatever the parser takes its words for; without one the parser says which
    it is, and where it would leave a word out or move one, it is the last.
    """
    plain = " ".join(written.split()).strip(", ")
    family, given, particle, suffix = _by_comma(plain) or _by_parser(plain)
    in_order = " ".join(part for part in (given, particle, family, suffix) if part)
    return Name(in_order if "," in plain else plain, family=family, given=given, particle=particle, suffix=suffix)


def _by_comma(plain: str) -> tuple[str, str, str, str] | None:
    """Family, given names, particle and suffix of a name that a comma parts, or None where it parts a suffix alone."""
    family, *others = plain.split(_BETWEEN_PARTS)
    suffixes = [other for other in others if _is_suffix(other)]
    given = [other for other in others if other not in suffixes]
    if not given:
        return None
    words = family.split()
    while len(words) > 1 and _is_suffix(words[-1]):
        suffixes.insert(0, words.pop())
    # A particle begins small: "van den Berg"; one with a capital is a part of the name like any other.
    at = next((at for at, word in enumerate(words[:-1]) if not word.islower()), len(words) - 1)
    # It may also stand behind the given names: "Berg, Ann van den".
    named, behind = " ".join(given).split(), []
    while len(named) > 1 and named[-1].islower():
        behind.insert(0, named.pop())
    return " ".join(words[at:]), " ".join(named), " ".join([*behind, *words[:at]]), " ".join(suffixes)


def _by_parser(plain: str) -> tuple[str, str, str, str]:
    """The same of a name in the order in which it is said."""
    family, given, particle, suffix = _parts(_parsed(plain))
    # Some languages begin with the family name.
    orders = ((given, particle, family, suffix), (family, given))
    if family and _words(plain) in [_words(" ".join(order)) for order in orders]:
        return family, given, particle, suffix
    given, _, family = plain.rpartition(" ")
    return family, given, "", ""


def _words(name: str) -> list[str]:
    return name.replace(",", " ").split()


def _is_suffix(part: str) -> bool:
    # Behind a comma it is read for itself, beside a name that is none.
    return bool(_parsed(f"Ann Berg, {part}").suffix)


def _parsed(name: str) -> ParsedName:
    # Imported here: its tables of names take a twentieth of a second, and commands cite nobody.
    from nameparser import parse

    return parse(name)


def _parts(parsed: ParsedName) -> tuple[str, str, str, str]:
    """Family, given names, particle, suffix. A title stays with the given names: some are taken for one."""
    given = " ".join(part for part in (parsed.title, parsed.given, parsed.middle) if part)
    if parsed.family_particles.islower():
        return parsed.family_base, given, parsed.family_particles, parsed.suffix
    return parsed.family, given, "", parsed.suffix

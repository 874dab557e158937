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

    No word of it is lost: where the parser would leave one out, the family name is what stands before the comma, or
    else the last word.
    """
    plain = " ".join(written.split()).strip(", ")
    parsed = _parsed(_suffix_last(plain))
    parts = _parts(parsed) if parsed.family and _is_whole(plain, parsed) else _simple(plain)
    family, given, particle, suffix = parts
    in_order = " ".join(part for part in (given, particle, family, suffix) if part)
    return Name(in_order if "," in plain else plain, family=family, given=given, particle=particle, suffix=suffix)


def _suffix_last(plain: str) -> str:
    """The name with its suffix at the end, where BibTeX's order has it in the middle: "Berg, Jr., Ann"."""
    family, *others = plain.split(_BETWEEN_PARTS)
    swapped = [_is_suffix(other) for other in others] == [True, False]
    return _BETWEEN_PARTS.join([family, *reversed(others)]) if swapped else plain


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
    # One with a capital ("Van Gogh", "De la Cruz") is a part of the name like any other, and sorted under.
    if parsed.family_particles.islower():
        return parsed.family_base, given, parsed.family_particles, parsed.suffix
    return parsed.family, given, "", parsed.suffix


def _is_whole(plain: str, parsed: ParsedName) -> bool:
    """Whether the parts hold every word of the name, and nothing else."""
    return _words(plain) == _words(" ".join(_parts(parsed)))


def _words(name: str) -> list[str]:
    return sorted(name.replace(",", " ").split())


def _simple(plain: str) -> tuple[str, str, str, str]:
    family, comma, given = plain.partition(_BETWEEN_PARTS)
    if not comma:
        given, _, family = plain.rpartition(" ")
    return family, given, "", ""

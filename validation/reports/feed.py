"""What changed from release to release as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as xml

from validation.model.citations import RELEASES
from validation.model.register import Register
from validation.reports import changed, history
from validation.reports.history import Edition

ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01"
"""The day of a release that says none, and of a feed without any: Atom wants one."""

LISTED = 100
"""Changes of a release that an entry tells; the page has all."""


def atom(register: Register, base: str) -> bytes:
    """The releases, the newest first, as entries; `base` is the address that all others begin with.

    Without one the links are left out: the entries are named by what they are, wherever they are read.
    """
    released = [one for one in history.editions(register) if one.version]
    feed = xml.Element("feed", xmlns=ATOM)
    _text(feed, "id", _id(register, "changes"))
    _text(feed, "title", f"{register.title}: what changed")
    _text(feed, "updated", _moment(released[0] if released else None))
    author = xml.SubElement(feed, "author")
    _text(author, "name", _author(register))
    if base:
        xml.SubElement(feed, "link", rel="self", href=f"{base}/changes.atom")
        xml.SubElement(feed, "link", rel="alternate", type="text/html", href=f"{base}/changes")
    for one in released:
        _entry(feed, register, one, base)
    xml.indent(feed)
    return xml.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"


def _entry(feed: xml.Element, register: Register, one: Edition, base: str) -> None:
    entry = xml.SubElement(feed, "entry")
    _text(entry, "id", _id(register, f"releases/{one.version}"))
    _text(entry, "title", f"Release {one.version}")
    _text(entry, "updated", _moment(one))
    if base:
        xml.SubElement(entry, "link", rel="alternate", type="text/html", href=f"{base}{RELEASES}/{one.version}")
    _text(entry, "content", "\n".join(_told(one)), type="text")


def _told(one: Edition) -> Iterator[str]:
    """Each change in a line, with a line for each of its aspects."""
    if not one.changes:
        yield "The first release."
    for change in one.changes[:LISTED]:
        yield changed.told(change)
        for aspect in change.aspects:
            yield f"  {aspect.name}: {changed.cell(aspect.before)} → {changed.cell(aspect.after)}"
    if len(one.changes) > LISTED:
        yield f"and {len(one.changes) - LISTED:,} more"


def _author(register: Register) -> str:
    names = [one.get("title") or one.get("organization") or "" for one in register.about.get("contributors", ())]
    return ", ".join(filter(None, names)) or register.title


def _moment(one: Edition | None) -> str:
    return f"{one.day.edtf if one and one.day else NEVER}T00:00:00Z"


def _id(register: Register, name: str) -> str:
    """What names it wherever it is read."""
    about = register.about
    return uuid5(NAMESPACE_URL, f"{about.get('id') or about.get('homepage') or register.title}/{name}").urn


def _text(parent: xml.Element, tag: str, text: str, **attributes: str) -> None:
    xml.SubElement(parent, tag, attributes).text = text

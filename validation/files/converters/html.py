"""A page's main text, without menus and comments, and what the page says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from validation.files.converters import encodings, facts, markup
from validation.files.converters.converted import Converted, Refused
from validation.files.converters.versions import with_library
from validation.vocabulary import ORGANIZATION, PERSON

_OF_TYPE = {"Person": PERSON, "Organization": ORGANIZATION, "NewsMediaOrganization": ORGANIZATION}
# What names a meta element, and how its date is looked for.
_NAMED = ("property", "name", "itemprop", "http-equiv")
_DATES = {"extensive_search": False, "original_date": True}
_WHOLE = re.compile(r"<html[\s>]", re.IGNORECASE)
# Nobody's name.
_NO_AUTHOR = re.compile(r".*(?:https?:|@|www\.|\d).*|.{80,}", re.IGNORECASE)


def converted(data: bytes, encoding: str = "") -> Converted:
    """The main text, with title, author, site, date, address and language. Raises `Refused`."""
    import trafilatura

    page, name = encodings.decoded(data, encoding)
    # By its own parser: a tree of lxml's own can come out empty; and a piece of a page is none to it.
    tree = trafilatura.load_html(page if _WHOLE.search(page) else f"<html><body>{page}</body></html>")
    if tree is None:
        raise _empty()
    head = _Head(tree)
    # What has no menus, forms or scripts around it is a document that was saved as HTML: nothing is left out.
    saved = next(tree.iter("script", *markup.AROUND), None) is None
    markup.unlaid(tree)
    if saved:
        markup.unmerged(tree)
    markup.set_apart(tree)
    markup.spaced(tree)
    body = tree.find("body")
    whole = markup.text(tree if body is None else body)
    found = trafilatura.extract_metadata(tree, date_config=_DATES) if saved else _article(tree)
    text = _main(found.body, whole) if found and not saved else whole
    if not text.strip():
        raise _empty()
    said, inferred = head.said(found, text)
    return Converted(text, "html", with_library("trafilatura"), said, inferred, encodings.remarks(name))


def _article(tree: markup.Node) -> Any:
    """The main text of a page as a tree, with what was found out about it; None where there is none."""
    import trafilatura

    asked: dict[str, Any] = {"include_comments": False, "include_tables": True, "include_formatting": True}
    return trafilatura.bare_extraction(tree, **asked, with_metadata=True, date_extraction_params=_DATES)


def _main(body: markup.Node, whole: str) -> str:
    """The main text that was found; the whole page where that is a heap of all its words, cells too, in one line."""
    text = markup.text(body)
    lines = text.strip().split("\n")
    return whole if len(lines) == 1 and lines[0] not in whole.split("\n") else text


def _empty() -> Refused:
    return Refused("the page has no text of its own", "save it once its text is seen, or copy the text into a file")


class _Head:
    """What a page says of itself, read before its tree is taken apart."""

    def __init__(self, tree: markup.Node) -> None:
        self.lang = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        self.meta = {
            next(filter(None, map(one.get, _NAMED)), "").lower(): one.get("content") or ""
            for one in reversed(tree.findall(".//meta"))
        }
        canonical = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil') = 'canonical']/@href")
        self.address = next(filter(None, map(facts.address, [*canonical, self.meta.get("og:url", "")])), "")
        self.scripts = [one.text_content() for one in tree.xpath("//script[@type = 'application/ld+json']")]
        times = tree.xpath("//time/@datetime | //time/text()")
        self.by = [one.text_content() for one in tree.xpath("//*[@rel = 'author' or @itemprop = 'author']")]
        self.stated = " ".join([*self.meta.values(), *self.scripts, *times])

    def said(self, found: Any, text: str) -> tuple[dict[str, str], tuple[str, ...]]:
        """The columns that are known, and which of them the page does not state."""
        title = self.meta.get("og:title") or getattr(found, "title", "") or ""
        named, site = self._authors(), facts.line(self.meta.get("og:site_name") or getattr(found, "sitename", "") or "")
        # A host is no publisher.
        site = site if site in f"{self.stated} {title} {text}" else ""
        author, kinds = "; ".join(named), {kind for kind in named.values() if kind}
        # A date that stands in the text alone may be that of anything.
        day = facts.written_day(getattr(found, "date", "") or "")
        dated = day if day and day in self.stated else ""
        language = facts.tag(self.lang or self.meta.get("content-language") or self.meta.get("og:locale", ""))
        said = {
            "title": facts.line(title) or facts.heading(text),
            "author": author,
            "author_kind": (kinds.pop() if len(kinds) == 1 else facts.author_kind(author, site)) if author else "",
            "publisher": site,
            "published": dated or facts.day(text, language),
            "url": self.address,
            "language": language,
        }
        guessed = {
            "author_kind": not any(named.values()),
            "publisher": site not in self.stated,
            "published": not dated,
        }
        return facts.filled(said), tuple(name for name, guess in guessed.items() if guess and said[name])

    def _authors(self) -> dict[str, str]:
        """The authors with what kind each is, as the page's data have them, its head, or its marks; never by a guess.

        Libraries that look for a byline found the right one for half of the pages tried, and no author for a third.
        """
        of_data = {name: kind for script in self.scripts for name, kind in _authors_of(script)}
        written = self.meta.get("author") or self.meta.get("article:author") or "; ".join(dict.fromkeys(self.by))
        named = of_data or {name.strip(): "" for name in facts.people(written).split(";")}
        return {name: kind for name, kind in named.items() if name and not _NO_AUTHOR.fullmatch(name)}


def _authors_of(script: str) -> Iterator[tuple[str, str]]:
    try:
        waiting: list[Any] = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            yield from _each(one.get("author"))
            waiting += [value for key, value in one.items() if key in ("@graph", "mainEntity")]


def _each(authors: Any) -> Iterator[tuple[str, str]]:
    for one in authors if isinstance(authors, list) else [authors]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and facts.line(name):
            kind = one.get("@type") if isinstance(one, dict) else ""
            yield facts.line(name), _OF_TYPE.get(kind if isinstance(kind, str) else "", "")

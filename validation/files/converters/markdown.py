"""Markdown as it is read: its marks are taken off, with the addresses of links and pictures.

Kept, they would be numerals of the document (a link's /2024/03/) and stand in its quotes (**41.3**%), and a table's row
would not be one. The file itself lies beside the text.
"""

from __future__ import annotations

import re

from validation.files.converters import encodings, facts, markup
from validation.files.converters.converted import Converted, Refused
from validation.files.converters.versions import with_library

# What stands before a text in the tools that publish it.
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_ENTRY = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_NOTE = re.compile(r"\[\^([^\]\s]{1,20})\](:?)")
# What a label stands for is a paragraph of its own, which it need not be for who wrote it.
_LABEL = re.compile(r"^(?=\[[^\]\n]+\]:)", re.MULTILINE)


def converted(data: bytes, encoding: str = "") -> Converted:
    """The text without marks. Raises `Refused`."""
    from lxml import html

    raw, name = encodings.decoded(data, encoding)
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(raw)
    page = rendered(raw[front.end() :] if front else raw)
    if not page.strip():
        raise Refused("it holds no text", "look at it")
    tree = html.fromstring(f"<body>{page}</body>")
    markup.set_apart(tree)
    text = markup.text(tree)
    said = dict(_ENTRY.findall(front[1])) if front else {}
    return _of(text, {key.lower(): value.strip("\"'") for key, value in said.items()}, name)


def rendered(text: str) -> str:
    """The HTML that it stands for."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return reader.render(_NOTE.sub(_note, _LABEL.sub("\n", text)))


def _note(found: re.Match[str]) -> str:
    """The mark of a note, which stands in brackets before its words too."""
    return f"\\[{found[1]}\\]" if found[2] else f"<sup><a>{found[1]}</a></sup>"


def _of(text: str, front: dict[str, str], encoding: str) -> Converted:
    author, dated = facts.people(front.get("author", "")), facts.written_day(front.get("date", ""))
    said = {
        "title": facts.line(front.get("title", "")) or facts.heading(text),
        "author": author,
        "author_kind": facts.author_kind(author) if author else "",
        "published": dated or facts.day(text),
        "url": facts.address(front.get("url", "")),
        "language": facts.tag(front.get("lang", "") or front.get("language", "")),
    }
    guessed = ("author_kind", *(() if dated else ("published",)))
    known = facts.filled(said)
    inferred = tuple(name for name in guessed if name in known)
    return Converted(text, "md", with_library("markdown-it-py"), known, inferred, encodings.remarks(encoding))

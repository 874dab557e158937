"""A Word document's text with its tables and notes, and what the file says of itself. It has no pages."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from validation.files.converters import facts, markup, texts
from validation.files.converters.converted import Converted, Refused
from validation.files.converters.versions import with_library
from validation.language.written import many

# Bytes of all its XML unpacked; a book of a thousand pages has a tenth of it.
_LARGEST = 50_000_000
_MAIN = "word/document.xml"
_XML = (".xml", ".rels")
_PROPERTY = re.compile(r"<(?:dc|dcterms):(title|creator|language)\b[^>]*>([^<]*)<")
_LANGUAGE = re.compile(r"<w:lang\b[^>]*\bw:val=\"([^\"]+)\"")
_EQUATION = re.compile(rb"<m:oMath[ >]")
# Where a note leads back to its mark; and what stands for a tab while the text is HTML, in which one is a space.
_BACK, _TAB = "↑", "\ue009"


def converted(data: bytes, encoding: str = "") -> Converted:
    """The text, notes behind it. Raises `Refused`."""
    if encoding:
        raise Refused("a DOCX says its encoding itself", "add it without --encoding")
    parts = _parts(data)
    tree = _tree(data)
    if tree is None:
        raise Refused("the document holds no text", "look at it")
    _number_notes(tree)
    markup.unlaid(tree)
    markup.unmerged(tree)
    markup.set_apart(tree)
    text = texts.tidied(markup.text(tree).replace(_TAB, "\t"))
    said, inferred = _facts(parts, markup.first(tree, "h1"), text)
    return Converted(text, "docx", with_library("mammoth"), said, inferred, tuple(_remarks(parts)))


def _parts(data: bytes) -> dict[str, bytes]:
    """Its XML by name. Raises `Refused` where it unpacks without end, or could read other files by entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = [info for info in packed.infolist() if info.filename.endswith(_XML)]
            if sum(info.file_size for info in infos) > _LARGEST:
                raise Refused(f"it unpacks to more than {_LARGEST // 10**6} MB of text", "save its text as a file")
            parts = {info.filename: packed.read(info) for info in infos}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise Refused("it is no whole DOCX", "get the whole file, or save it anew") from None
    if _MAIN not in parts:
        raise Refused("it is an archive and no DOCX", "save the document as DOCX, HTML or text")
    if any(b"<!DOCTYPE" in part for part in parts.values()):
        raise Refused("a DOCX with a document type, which could read other files", "save it anew in a word processor")
    return parts


def _tree(data: bytes) -> markup.Node | None:
    import mammoth
    from lxml import html

    # Pictures are left out, those too that lie elsewhere, which would be an error.
    without = mammoth.images.img_element(lambda image: {})
    page = mammoth.convert_to_html(io.BytesIO(data), convert_image=without).value
    return html.fromstring(f"<body>{page.replace(chr(9), _TAB)}</body>") if page.strip() else None


def _number_notes(tree: markup.Node) -> None:
    """Puts before each note the number that its mark has in the text."""
    for note in tree.xpath("//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"):
        for back in note.xpath(f".//a[normalize-space() = '{_BACK}']"):
            back.drop_tree()
        first = note[0] if len(note) else note
        first.text = f"[{note.getparent().index(note) + 1}] {(first.text or '').lstrip()}"


def _facts(parts: dict[str, bytes], headline: str, text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The columns that are known. Who made the file, and when, is no author and no date of the text."""
    core = dict(_PROPERTY.findall(parts.get("docProps/core.xml", b"").decode("utf-8", "replace")))
    styles = _LANGUAGE.search(parts.get("word/styles.xml", b"").decode("utf-8", "replace"))
    title, stated = facts.title(text, core.get("title", ""), headline)
    author = facts.author(core.get("creator", ""), text)
    said = {
        "title": title,
        "author": author,
        "author_kind": facts.author_kind(author) if author else "",
        "published": facts.day(text),
        "language": facts.tag(core.get("language", "") or (styles[1] if styles else "")),
    }
    stated = stated or title == headline
    known = facts.filled(said)
    guessed = ("author_kind", "published", "language", *(() if stated else ("title",)))
    return known, tuple(name for name in guessed if name in known)


def _remarks(parts: dict[str, bytes]) -> list[str]:
    equations = len(_EQUATION.findall(parts[_MAIN]))
    return [f"{many(equations, 'equation')} left out"] if equations else []

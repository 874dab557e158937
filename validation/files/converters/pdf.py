"""A PDF's text, page by page, with what the file says of itself."""

from __future__ import annotations

import ctypes
import re
from typing import Any

from validation.files.converters import facts, lines, texts
from validation.files.converters.converted import Converted, Refused
from validation.files.converters.versions import with_library
from validation.language.written import many

PAGE_END = "\f"
# The standard has its last mark within so many bytes of the end.
_TAIL, _END = 1024, b"%%EOF"
_STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
# A word parted at a line's end: of small letters behind, or it may be two words.
_PARTED = re.compile(r"([^\W\d_]{2,})[-\u2010] *\n([^\W\d_A-Z]{2,})(?![\w-]) ?")
_WORD = re.compile(r"[^\W\d_]{4,}")


def converted(data: bytes, encoding: str = "") -> Converted:
    """The text, its pages parted by a form feed. Raises `Refused`."""
    if encoding:
        raise Refused("a PDF says its encoding itself", "add it without --encoding")
    document = _opened(data)
    pages = [lines.text(page) for page in document]
    if not any(page.strip() for page in pages):
        raise Refused(
            f"a scan without text: {many(len(pages), 'page')}, not a letter", "recognize its text first (OCR)"
        )
    pages = [texts.tidied(page) for page in _unparted(pages)]
    text = PAGE_END.join(pages)
    said, inferred = _facts(document, text, pages)
    return Converted(text, "pdf", with_library("pypdfium2"), said, inferred, tuple(_remarks(pages)))


def _opened(data: bytes) -> Any:
    import pypdfium2

    if _END not in data.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        raise Refused("the end of the PDF is missing", "get the whole file")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("locked with a password", "save it without one") from None
        raise Refused("it is no PDF that can be read", "get the whole file, or print it to a PDF anew") from None


def _unparted(pages: list[str]) -> list[str]:
    """The pages with words made whole that a line's end parts, where the document has them whole elsewhere."""
    whole = set(_WORD.findall("\n".join(pages)))

    def mended(found: re.Match[str]) -> str:
        word = found[1] + found[2]
        return f"{word}\n" if word in whole else found[0]

    return [_PARTED.sub(mended, page) for page in pages]


def _facts(document: Any, text: str, pages: list[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The columns that are known. Its data are a program's: what they say is stated where the text has it too."""
    data = document.get_metadata_dict(skip_empty=True)
    title, stated = facts.title(pages[0], data.get("Title", ""), lines.headline(document[0]))
    author = facts.author(data.get("Author", ""), text)
    stamp = _STAMP.match(data.get("CreationDate", ""))
    said = {
        "title": title,
        "author": author,
        "author_kind": facts.author_kind(author) if author else "",
        "published": facts.day(pages[0]) or ("-".join(stamp.groups()) if stamp else ""),
        "language": facts.tag(_language(document)),
    }
    guessed = ("author_kind", "published", *(() if stated else ("title",)))
    known = facts.filled(said)
    return known, tuple(name for name in guessed if name in known)


def _language(document: Any) -> str:
    """The language that a PDF is said to be in."""
    import pypdfium2.raw as pdfium

    length = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    said = ctypes.create_string_buffer(length)
    pdfium.FPDFCatalog_GetLanguage(document, ctypes.cast(said, ctypes.POINTER(ctypes.c_ushort)), length)
    return said.raw.decode("utf-16-le", "replace").rstrip("\0")


def _remarks(pages: list[str]) -> list[str]:
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.strip()]
    words = "pages have" if len(empty) > 1 else "page has"
    return [f"{len(empty)} {words} no text, perhaps pictures: {', '.join(empty[:10])}"] if empty else []

"""Which kind a file is of, by what is in it, and its conversion; whatever a library raises is why it is refused."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath

from validation.files.converters.converted import LARGEST, LARGEST_PACKED, Converted, Refused

EXTRA = "pip install 'stated-numbers[documents]'"

_PDF, _ZIP, _OLD_OFFICE, _RTF = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"
_HEAD = 1024  # a PDF may have a little before it
_PACKED = ("pdf", "docx")
_BY_SUFFIX = {".htm": "html", ".html": "html", ".xhtml": "html", ".md": "markdown", ".markdown": "markdown"}
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg)[\s>]")


def converted(data: bytes, name: str, encoding: str = "") -> Converted:
    """A file of that name as a document. Raises `Refused`."""
    kind = kind_of(data, name)
    if len(data) > largest(kind):
        raise Refused(f"it is larger than {largest(kind) // 10**6} MB", "add the part of it that is read")
    try:
        made = import_module(f"validation.files.converters.{kind}").converted(data, encoding)
    except Refused:
        raise
    except ModuleNotFoundError as error:
        raise Refused(f"it takes the library {error.name}, which is not installed", EXTRA) from error
    except MemoryError:
        raise Refused("it takes more memory than there is for it", "add the part of it that is read") from None
    except RecursionError:
        raise Refused("its parts are nested too deep", "save its text as a file") from None
    except Exception as error:  # of a dozen libraries, each with errors of its own
        raise Refused(f"it can't be read ({type(error).__name__})", "save it anew, or its text as a file") from error
    if not made.text.strip():
        raise Refused("it holds no text", "look at it")
    return made


def largest(kind: str) -> int:
    """How many bytes a file of a kind may have."""
    return LARGEST_PACKED if kind in _PACKED else LARGEST


def kind_of(data: bytes, name: str) -> str:
    """The module that converts it. Raises `Refused` where none does."""
    suffix = PurePath(name).suffix.lower()
    if not data.strip(b"\0\t\n\r\f "):
        raise Refused("the file is empty", "get the whole file")
    if _PDF in data[:_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return "docx"
    if data.startswith(_OLD_OFFICE):
        raise Refused("it is locked, or from a word processor of before 2007", "save it as DOCX without a password")
    if data.startswith(_RTF):
        raise Refused("it is RTF", "save it as DOCX")
    if suffix.removeprefix(".") in _PACKED:
        raise Refused(f"it is no {suffix[1:].upper()}, whatever its name says", "get the file itself")
    if _PAGE.match(data):
        return "html"
    if _XML.match(data) and suffix not in _BY_SUFFIX:
        raise Refused("it is XML", "save it as HTML or text")
    return _BY_SUFFIX.get(suffix, "plain")

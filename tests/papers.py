"""Small files of every kind, made here: nobody else's documents are in the repository."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from math import cos, radians, sin
from typing import NamedTuple

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class Words(NamedTuple):
    """Words on a page of a PDF: where they begin, in points from its lower left corner, and how they are set."""

    words: str
    x: float = 72
    y: float = 700
    size: float = 12
    turned: float = 0


def pdf(
    *pages: Sequence[Words], info: Mapping[str, str] | None = None, language: str = "", locked: bool = False
) -> bytes:
    """A PDF in Helvetica; a locked one opens with no password at all."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    named = "".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {f'/Lang ({language})' if language else ''} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = " ".join(_shown(words) for words in page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>",
            f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<< {named} >>")
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >> " if locked else ""
    return _written(objects, f"/Root 1 0 R /Info {len(objects)} 0 R {lock}/ID [<{'00' * 16}> <{'00' * 16}>]")


def _shown(words: Words) -> str:
    turn = radians(words.turned)
    matrix = " ".join(f"{value:.4f}" for value in (cos(turn), sin(turn), -sin(turn), cos(turn), words.x, words.y))
    text = words.words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {words.size} Tf {matrix} Tm ({text}) Tj ET"


def _written(objects: Sequence[str], trailer: str) -> bytes:
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} {trailer} >>\nstartxref\n"
    return data + f"{end}{len(data)}\n%%EOF\n".encode()


def docx(body: str, *, notes: str = "", core: str = "", others: Mapping[str, str] | None = None) -> bytes:
    """A Word document of paragraphs and tables as `paragraph` and `table` write them."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{MAIN}.footnotes+xml"/></Types>',
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(("footnotes", "footnotes.xml")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{WORD}">{notes}</w:footnotes>',
        "docProps/core.xml": f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp>',
        **(others or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _relations(*targets: tuple[str, str]) -> str:
    each = (
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def run(words: str, how: str = "") -> str:
    """Words of a paragraph; `how` is such as <w:vertAlign w:val="superscript"/>."""
    return f'<w:r>{f"<w:rPr>{how}</w:rPr>" if how else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'


def paragraph(*runs: str) -> str:
    """A paragraph of runs, or of plain words."""
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in runs)}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of words, row by row."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

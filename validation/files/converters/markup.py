"""A tree of HTML, or what libraries make of it, as text: a block a paragraph, a table's row a line with tabs."""

from __future__ import annotations

import re
from typing import Any

from validation.files.converters import texts

LINE, PARAGRAPH = "\n", "\n\n"
_BLOCKS = "address article blockquote body dd div dl dt figure figcaption h1 h2 h3 h4 h5 h6 head header"
_BLOCKS += " hr list main ol p pre quote section table ul"
_GAPS = {
    **dict.fromkeys(_BLOCKS.split(), PARAGRAPH),
    # A cell is on a line of its own where it has lost its row.
    **dict.fromkeys(["br", "caption", "cell", "item", "lb", "li", "tbody", "td", "tfoot", "th", "thead"], LINE),
}
_ROWS, _CELLS = ("tr", "row"), ("td", "th", "cell")
_KEPT_AS_IT_IS = ("pre",)
# What is no text of a document: pictures and equations, what runs, and what stands around the text of a page.
_UNTOLD = frozenset(
    ["graphic", "iframe", "img", "math", "noscript", "object", "script", "style", "svg", "template", "title"]
)
AROUND = frozenset(["aside", "button", "footer", "form", "input", "nav", "select", "textarea"])
"""Elements that pages have around a text, and documents that were saved as HTML have not."""

_SPACES = re.compile(r"[ \t\n\r\f]+")  # what a page's source is laid out with; a no-break space is a sign
_MEETING = re.compile(r"(?<=\d)\n+(?=\d)")
_STRUCK = ("del", "s", "strike")
_RAISED = re.compile(r"vertical-align\s*:\s*(super|sub)")

Node = Any
"""An element of lxml, whose types say less than what is done here."""


def text(tree: Node) -> str:
    """What a reader sees of it, tidied."""
    writer = _Writer()
    _walk(tree, writer)
    return texts.tidied(writer.text())


def first(tree: Node, tag: str) -> str:
    """The words of the first element of a kind that has any, on one line."""
    return next((words for node in tree.iter(tag) if (words := _cell(node).strip())), "")


def set_apart(tree: Node) -> None:
    """Makes raised and lowered digits signs of their own, in place, before anything else takes the tree for text.

    What is struck out is left out: its source doesn't state it any more, and its digits would join those behind it.
    """
    for node in reversed([node for node in tree.iter() if _height(node)]):
        parent = node.getparent()
        if parent is not None:
            _set_apart(node, parent, _height(node))
    for node in list(tree.iter(*_STRUCK)):
        node.tail = f" {node.tail or ''}"
        node.drop_tree()


def unlaid(tree: Node) -> None:
    """Makes blocks of the tables that lay out a page, in place: those with tables within, and those of one column."""
    for table in list(tree.iter("table")):
        rows = _rows(table)
        cells = [[cell for cell in row if cell.tag in _CELLS] for row in rows]
        if table.find(".//table") is not None or all(len(row) < 2 for row in cells):
            for node in (table, *rows, *(cell for row in cells for cell in row)):
                node.tag = "div"
    for quote in list(tree.iter("blockquote")):
        if quote.find(".//table") is not None:
            quote.tag = "div"


def unmerged(tree: Node) -> None:
    """Puts an empty cell wherever a merged one reaches, in place: what stands behind it keeps its column."""
    for table in tree.iter("table"):
        reaching: dict[int, int] = {}  # by column, into so many rows to come
        for row in _rows(table):
            cells: list[Node] = []
            for cell in [cell for cell in row if cell.tag in _CELLS]:
                cells += _reached(reaching, len(cells))
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                reaching |= dict.fromkeys(range(len(cells), len(cells) + wide), high - 1)
                cells += [cell, *(_empty() for _ in range(wide - 1))]
            row[:] = [*cells, *_reached(reaching, len(cells))]


def _rows(table: Node) -> list[Node]:
    """Its own rows, without those of tables within."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]


def _reached(reaching: dict[int, int], column: int) -> list[Node]:
    """Empty cells for the columns from one on that cells above reach into; these then reach one row less."""
    cells: list[Node] = []
    while reaching.get(column + len(cells)):
        reaching[column + len(cells)] -= 1
        cells.append(_empty())
    return cells


def _empty() -> Node:
    from lxml import html

    return html.Element("td")


def _span(cell: Node, of: str) -> int:
    """Into how many rows or columns a cell reaches; no table that people read has more than a hundred."""
    said = cell.get(of) or ""
    return min(max(int(said), 1), 100) if said.isdecimal() else 1


def spaced(tree: Node) -> None:
    """Puts space around blocks and cells, in place: whoever drops their tags doesn't join their numbers."""
    for node in tree.iter(*(_GAPS.keys() - set(_KEPT_AS_IT_IS)), *_ROWS):
        node.text, node.tail = f"\n{node.text or ''}", f"\n{node.tail or ''}"


def _height(node: Node) -> str:
    """Whether it is raised ("sup") or lowered ("sub")."""
    if node.tag in ("sup", "sub"):
        return node.tag
    found = _RAISED.search(node.get("style") or "") if isinstance(node.tag, str) else None
    return {"super": "sup", "sub": "sub"}[found[1]] if found else ""


def _set_apart(node: Node, parent: Node, height: str) -> None:
    words, before = "".join(node.itertext()), node.getprevious()
    behind = (parent.text or "") if before is None else (before.tail or "".join(before.itertext()))
    if height == "sub":
        words = texts.lowered(words, behind)
    else:
        alone = parent.tag == "a" and "".join(parent.itertext()).strip() == words.strip()
        words = texts.raised(words, behind, linked=alone or node.find(".//a") is not None)
    node[:], node.text = [], words
    node.drop_tag()


class _Writer:
    """Lines as they come, with the widest gap that was asked for between two."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._line: list[str] = []
        self._gap = ""

    def add(self, words: str | None) -> None:
        """Words of the line that is being written."""
        if words:
            self._line.append(words)

    def end(self, gap: str, *, as_it_is: bool = False) -> None:
        """The end of the line, and what stands behind it at least."""
        words = "".join(self._line)
        words = words.strip("\n") if as_it_is else _SPACES.sub(" ", words).strip(" ")
        self._line = []
        if words.strip():
            self._done += [self._gap, words]
            self._gap = gap
        else:
            self._gap = max(self._gap, gap)  # the longer one

    def text(self) -> str:
        self.end("")
        return "".join(self._done[1:])


def _walk(node: Node, writer: _Writer) -> None:
    if not isinstance(node.tag, str) or node.tag in _UNTOLD | AROUND:
        return
    if node.tag in _ROWS:
        _row(node, writer)
        return
    gap, as_it_is = _GAPS.get(node.tag, ""), node.tag in _KEPT_AS_IT_IS
    if gap:
        writer.end(gap)
    _walk_within(node, writer)
    if gap:
        writer.end(gap, as_it_is=as_it_is)


def _walk_within(node: Node, writer: _Writer) -> None:
    writer.add(node.text)
    for child in node:
        _walk(child, writer)
        writer.add(child.tail)


def _row(row: Node, writer: _Writer) -> None:
    writer.end(LINE)
    writer.add("\t".join(_cell(cell) for cell in row if isinstance(cell.tag, str)))
    writer.end(LINE, as_it_is=True)


def _cell(cell: Node) -> str:
    """A cell on one line; between two numbers that stand one below the other a space could be one of thousands."""
    writer = _Writer()
    _walk_within(cell, writer)
    return re.sub(r"\n+", " ", _MEETING.sub("\t", writer.text()))

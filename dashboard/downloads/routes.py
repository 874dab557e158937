"""The addresses of the downloads and citations, which file is at each, and which there are of given data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import quote

from flask import Blueprint, Response, request

from dashboard.downloads import offers
from dashboard.state import addresses as queries
from dashboard.state.refusals import Unacceptable, Unknown
from dashboard.state.selection import PARAMETERS, Selection
from dashboard.state.store import Snapshot, Store
from dashboard.web.bodies import Body, download, for_all
from dashboard.web.visits import current_visit
from validation.model.citations import NOWHERE, Visit

if TYPE_CHECKING:
    from dashboard.web.application import Dashboard

NAME = "<name>"
"""What stands in a rule for the id of a thing."""


def _none(data: Snapshot) -> Iterable[str]:
    """Of a rule that stands for one file."""
    return ()


@dataclass(frozen=True)
class File:
    """A kind of file: the rule of its addresses, how it is made, and for which names there is one.

    From what is `chosen` a query chooses, in the words of the data page's address. What is `dated` says where and when
    it was read, and so is made for each request.
    """

    rule: str
    make: Callable[..., Body]
    names: Callable[[Snapshot], Iterable[str]] = _none
    chosen: bool = False
    dated: bool = False

    @property
    def kind(self) -> str:
        """The kind of the things that it is of, by the folder of its addresses."""
        folder = self.rule.rpartition("/")[0]
        return "observations" if folder == "/cite" else folder.rpartition("/")[2]

    @property
    def fixed(self) -> bool:
        """Whether the rule is one address."""
        return NAME not in self.rule

    def addresses(self, data: Snapshot) -> Iterator[str]:
        """Its addresses for these data."""
        yield from [self.rule] if self.fixed else map(self.address, self.names(data))

    def address(self, name: str) -> str:
        """The address of the file of a name."""
        return self.rule.replace(NAME, name)

    def name(self, address: str) -> str | None:
        """The name in an address, "" in one that has none; None where the address is another's."""
        before, _, behind = map(re.escape, self.rule.partition(NAME))
        found = re.fullmatch(before if self.fixed else f"{before}(?P<name>[^/]+){behind}", address)
        return found.groupdict().get("name", "") if found else None

    def made(self, data: Snapshot, name: str = "", visit: Visit = NOWHERE) -> Body:
        """The file of a name. Whole files are kept with the data, of the many others the last. Raises `Unknown`."""
        given = [name] if name else [Selection()] if self.chosen else []
        if self.dated:
            return self.make(data, *given, visit=visit)
        if name:
            return data.kept.get((self.make, name), lambda: self.make(data, name))
        return data.once(self.make, *given)


FILES = (
    File("/download/numbers.csv", offers.numbers, chosen=True),
    File("/download/numbers.excel.csv", offers.numbers_for_spreadsheets, chosen=True),
    File("/download/derivations.csv", offers.derivations),
    File("/download/indicators/<name>.csv", offers.indicator_rows, lambda data: data.register.indicators),
    File("/download/tables/<name>.csv", offers.table, lambda data: data.register.tables),
    File("/download/datapackage.zip", offers.package),
    File("/download/annotations.jsonld", offers.annotations),
    File("/observations/<name>.json", offers.observation, lambda data: data.register.numbers),
    File("/indicators/<name>.json", offers.indicator, lambda data: data.register.indicators),
    File("/sources/<name>.json", offers.source, lambda data: data.register.sources),
    File("/charts/<name>.json", offers.chart, lambda data: data.register.charts),
    File("/schema.json", offers.schema),
    File("/cite/collection.bib", offers.collection_as_bibtex, dated=True),
    File("/cite/collection.json", offers.collection_as_csl, dated=True),
    File("/cite/<name>.bib", offers.citation_as_bibtex, lambda data: data.register.numbers, dated=True),
    File("/cite/<name>.json", offers.citation_as_csl, lambda data: data.register.numbers, dated=True),
)
"""Every kind of file; one address comes before a rule that it would fit."""

MOVED: Mapping[str, str] = {
    "/download/observations.csv": "/download/numbers.csv",
    "/download/observations.excel.csv": "/download/numbers.excel.csv",
    "/download/observations/<name>.json": "/observations/<name>.json",
    "/download/indicators/<name>.json": "/indicators/<name>.json",
}
"""What these were called before, and what they are called now."""


def addresses(data: Snapshot) -> Iterator[str]:
    """Every address of a file of these data; of what a query chooses from, the whole."""
    for file in FILES:
        yield from file.addresses(data)


def made(data: Snapshot, address: str, visit: Visit = NOWHERE) -> Body:
    """The file at an address, read where and when `visit` says. Raises `Unknown` where there is none."""
    for file in FILES:
        name = file.name(address)
        if name is not None:
            return file.made(data, name, visit)
    raise Unknown("file", address, [file.rule for file in FILES if file.fixed], root="")


def register(app: Dashboard, store: Store) -> None:
    """Answer these addresses from the data now, and any other beneath /download/ and /cite/ with what there is."""
    blueprint = Blueprint("downloads", __name__)
    views: dict[str, Callable[..., Response]] = {
        **{file.rule: partial(_answer, store, file) for file in FILES},
        **{rule: partial(_moved, to) for rule, to in MOVED.items()},
        "/download/<path:name>": partial(_no_download, store),
        "/cite/<path:name>": partial(_no_citation, store),
    }
    for rule, view in views.items():
        blueprint.add_url_rule(rule, rule.replace(".", " "), view)  # an endpoint's name may hold no dot
    blueprint.after_request(_open)
    app.server.register_blueprint(blueprint)


def _answer(store: Store, file: File, name: str = "") -> Response:
    data = store.current()
    query = queries.parsed(request.query_string.decode(errors="replace")) if file.chosen else {}
    # There is one whole, which is kept, and no end of selections.
    body = file.make(data, _selection(query)) if query else file.made(data, name, current_visit())
    return download(body)


def _selection(query: queries.Query) -> Selection:
    for name in query:
        if name not in PARAMETERS:  # a misspelt filter would give everything
            raise Unacceptable("A parameter", name, PARAMETERS)
    return Selection.read(query)


def _moved(to: str, name: str = "") -> Response:
    """To where it is now, the query kept."""
    query = request.query_string.decode("ascii", errors="replace")
    address = request.script_root + to.replace(NAME, quote(name)) + (f"?{query}" if query else "")
    return Response(status=308, headers={"Location": address})


def _no_download(store: Store, name: str) -> NoReturn:
    whole = [file.rule for file in FILES if file.fixed and file.rule.startswith("/download/")]
    tables = [f"/download/tables/{table.file}" for table in store.current().register.tables.values()]
    raise Unknown("download", f"/download/{name}", [*whole, *tables], root="")


def _no_citation(store: Store, name: str) -> NoReturn:
    ids = ("collection", *store.current().register.numbers)
    raise Unknown("citation", name, [f"{id}.bib" for id in ids], root="/cite/")


def _open(response: Response) -> Response:
    """Let programs in other pages read what anyone may read."""
    response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, Content-Range, ETag"
    return for_all(response)

"""The addresses of the downloads and citations, and which file is at each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from flask import Blueprint, Response, request

from dashboard.downloads import offers
from dashboard.state import addresses
from dashboard.state.refusals import Unacceptable, Unknown
from dashboard.state.selection import PARAMETERS, Selection
from dashboard.state.store import Snapshot, Store
from dashboard.web.bodies import Body, download, for_all
from dashboard.web.visits import current_visit

if TYPE_CHECKING:
    from dashboard.web.application import Dashboard

SELECTED: Mapping[str, Callable[[Snapshot, Selection], Body]] = {
    "/download/numbers.csv": offers.numbers,
    "/download/numbers.excel.csv": offers.numbers_for_spreadsheets,
}
"""What a query chooses from, in the words of the data page's address."""

MOVED: Mapping[str, str] = {
    "/download/observations.csv": "/download/numbers.csv",
    "/download/observations.excel.csv": "/download/numbers.excel.csv",
}
"""What these were called before, and what they are called now."""

NAMED: Mapping[str, Callable[..., Body]] = {
    "/download/indicators/<name>.csv": offers.indicator_rows,
    "/download/indicators/<name>.json": offers.indicator,
    "/download/observations/<name>.json": offers.observation,
    "/download/derivations.csv": offers.derivations,
    "/download/tables/<name>.csv": offers.table,
    "/download/datapackage.zip": offers.package,
    "/download/annotations.jsonld": offers.annotations,
}

CITED: Mapping[str, Callable[..., Body]] = {
    "/cite/<name>.bib": offers.citation_as_bibtex,
    "/cite/<name>.json": offers.citation_as_csl,
    "/cite/collection.bib": offers.collection_as_bibtex,
    "/cite/collection.json": offers.collection_as_csl,
}
"""What says where and when it was read, and so is made for each request."""


def register(app: Dashboard, store: Store) -> None:
    """Answer these addresses from the data now, and any other beneath /download/ and /cite/ with what there is."""
    blueprint = Blueprint("downloads", __name__)
    views: dict[str, Callable[..., Response]] = {
        **{rule: partial(_selected, store, select) for rule, select in SELECTED.items()},
        **{rule: partial(_named, store, make) for rule, make in NAMED.items()},
        **{rule: partial(_cited, store, make) for rule, make in CITED.items()},
        **{rule: partial(_moved, to) for rule, to in MOVED.items()},
        "/download/<path:name>": partial(_no_download, store),
        "/cite/<path:name>": partial(_no_citation, store),
    }
    for rule, view in views.items():
        blueprint.add_url_rule(rule, rule.replace(".", " "), view)  # an endpoint's name may hold no dot
    blueprint.after_request(_open)
    app.server.register_blueprint(blueprint)


def _selected(store: Store, select: Callable[[Snapshot, Selection], Body]) -> Response:
    data = store.current()
    query = addresses.parsed(request.query_string.decode(errors="replace"))
    for name in query:
        if name not in PARAMETERS:  # a misspelt filter would give everything
            raise Unacceptable("A parameter", name, PARAMETERS)
    chosen = Selection.read(query)
    # There is one whole, which is kept, and no end of selections.
    return download(select(data, chosen) if query else data.once(select, chosen))


def _named(store: Store, make: Callable[..., Body], name: str = "") -> Response:
    return download(store.current().once(make, *([name] if name else [])))


def _cited(store: Store, make: Callable[..., Body], **name: str) -> Response:
    return download(make(store.current(), **name, visit=current_visit()))


def _moved(to: str) -> Response:
    """To where it is now, the query kept."""
    query = request.query_string.decode("ascii", errors="replace")
    address = request.script_root + to + (f"?{query}" if query else "")
    return Response(status=308, headers={"Location": address})


def _no_download(store: Store, name: str) -> NoReturn:
    whole = [rule for rule in (*SELECTED, *NAMED) if "<" not in rule]
    tables = [f"/download/tables/{table.file}" for table in store.current().register.tables.values()]
    raise Unknown("download", f"/download/{name}", [*whole, *tables], root="")


def _no_citation(store: Store, name: str) -> NoReturn:
    ids = ("collection", *store.current().register.numbers)
    raise Unknown("citation", name, [f"{id}.bib" for id in ids], root="/cite/")


def _open(response: Response) -> Response:
    """Let programs in other pages read what anyone may read."""
    response.headers["Access-Control-Expose-Headers"] = "Content-Disposition, Content-Range, ETag"
    return for_all(response)

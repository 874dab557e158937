"""The releases on the site: each is the whole application over its data, below its own path; retired ids lead there."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from urllib.parse import quote

from flask import Response, redirect, request
from werkzeug.wrappers import Response as BaseResponse

from dashboard.state.addresses import CHANGES, href
from dashboard.state.frozen import Frozen
from dashboard.state.refusals import Refusal, Unknown
from dashboard.state.store import Snapshot, Store
from dashboard.web.application import Dashboard
from dashboard.web.bodies import Body, download, for_all
from dashboard.web.visits import WITHIN
from validation.files import releases
from validation.files.releases import Damaged, Version
from validation.model import retirement
from validation.model.citations import RELEASES
from validation.reports import history

KEPT = 4
"""So many releases are kept as they were last asked for; others are read again."""

PACKAGE = "/datapackage.zip"
"""Where a release is, as it was made, below its path."""

FROZEN = "release"
"""The parameter that has a frame show a release."""

OF_ALL = (CHANGES, f"{CHANGES}.atom")
"""What is of all releases, and of none by itself."""

OF_THINGS = {
    **{f"/{kind}": kind for kind in retirement.ADDRESSED},
    "/embed": "charts",
    "/cite": "observations",
    "/download/indicators": "indicators",
}
"""The kind of the things that have addresses in a folder."""

Build = Callable[[Store], Dashboard]


class Damage(Refusal):
    """A release that can't be read, which is no fault of who asks for it."""

    status = 503
    title = "This release can’t be read"


class Releases:
    """The application of each release, made when it is asked for."""

    def __init__(self, store: Store, build: Build) -> None:
        self._store, self._build = store, build
        self._made: OrderedDict[Version, Dashboard] = OrderedDict()
        self._lock = Lock()

    def of(self, version: Version) -> Dashboard | None:
        """The application of a release; None where there is none of that version.

        Raises `Damage` where it can't be read.
        """
        path = self._store.current().register.releases.get(version)
        if path is None:
            return None
        with self._lock:
            if version not in self._made:
                try:
                    self._made[version] = self._build(Frozen(self._store, version, path))
                except (Damaged, OSError) as error:
                    raise Damage(f"Release {version} can't be read here: {error}") from error
            self._made.move_to_end(version)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return self._made[version]

    def answer(self, version: Version, path: str) -> BaseResponse:
        """What a release has at a path of its own. Raises `Unknown` where there is no such release."""
        app = self.of(version)
        if app is None:
            raise self.unknown(str(version))
        within = f"{RELEASES}/{version}"
        environment = {**request.environ, "SCRIPT_NAME": request.script_root + within, "PATH_INFO": path or "/"}
        return Response.from_app(app.server.wsgi_app, {**environment, WITHIN: within})

    def unknown(self, name: str) -> Unknown:
        """What is said where there is no release of a name."""
        return Unknown("release", name, [*map(str, self._store.current().register.releases)][::-1], root=f"{RELEASES}/")


def serve(app: Dashboard, store: Store, build: Build) -> None:
    """Answers the addresses of releases, and those of what stands no more."""
    every = Releases(store, build)

    def released(name: str, path: str = "") -> BaseResponse:
        version = releases.version(name)
        if version is None:
            raise every.unknown(name)
        if f"/{path}" in OF_ALL:
            return redirect(f"{request.script_root}/{path}", 308)
        return every.answer(version, f"/{path}")

    server = app.server
    server.add_url_rule(RELEASES, "releases", lambda: redirect(request.script_root + CHANGES, 308))
    server.add_url_rule(f"{RELEASES}/<name>", "release", released)
    server.add_url_rule(f"{RELEASES}/<name>/<path:path>", "in release", released)
    server.before_request(_frozen)
    server.before_request(lambda: _retired(store.current(), every))


def package(app: Dashboard, store: Store) -> None:
    """Answers, within a release, with the file that it is."""

    def answer() -> Response:
        [(version, path)] = store.current().register.releases.items()
        return for_all(download(Body(path.read_bytes(), f"{version}.zip")))

    for path in (PACKAGE, f"/download{PACKAGE}"):
        app.server.add_url_rule(path, f"release at {path.replace('.', ' ')}", answer)


def _frozen() -> BaseResponse | None:
    """A frame that is to show a release for good."""
    name = request.args.get(FROZEN, "")
    if not name or not request.path.startswith("/embed/"):
        return None
    query = {key: values for key, values in request.args.to_dict(flat=False).items() if key != FROZEN}
    return redirect(href(f"{request.script_root}{RELEASES}/{quote(name)}{quote(request.path)}", query), 308)


def _retired(data: Snapshot, every: Releases) -> BaseResponse | None:
    """The way on from the address of a retired id: to what stands for it, else to the last release that has it."""
    folder, _, file = request.path.rpartition("/")
    kind = OF_THINGS.get(folder)
    if kind is None or not len(data.register["retired"]):
        return None
    name, dot, suffix = file.partition(".")
    last, now = history.gone(data.register).get((kind, name), (None, ""))
    if last is None:
        return None
    if not now:
        return every.answer(last, request.path)
    query = request.query_string.decode("ascii", errors="replace")
    path = f"{request.script_root}{folder}/{now}{dot}{suffix}"
    return redirect(f"{path}?{query}" if query else path, 301)

"""`export`: the whole site into a folder, for a host without a server."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from dashboard.app import create_app
from dashboard.exporting import pictures, site
from dashboard.exporting.pictures import Pictures
from dashboard.exporting.site import Site
from dashboard.exporting.written import Astray, Written
from dashboard.sections.charts import draw
from dashboard.serving import prefix
from dashboard.state import store
from dashboard.state.frozen import Frozen
from dashboard.state.store import Snapshot, Store
from dashboard.web import sitemap
from validation.commands import folders
from validation.commands.program import INVALID, VALID, Parser, Unable, ended, say
from validation.files.releases import Damaged
from validation.language.written import many
from validation.model import citations
from validation.model.citations import NOWHERE, RELEASES, Visit
from validation.packing.archive import as_json
from validation.reports import history, text

MANIFEST = "export.json"
"""What says of a folder that it is an export, and of which files: those that are no more are taken away."""


def main(arguments: Sequence[str] | None = None, prog: str = "python -m dashboard export") -> int:
    """Writes the site; returns 1 where the data aren't valid, 2 where it can't be written."""
    return ended(prog, _export, prog, arguments)


def _export(prog: str, arguments: Sequence[str] | None) -> int:
    parser = Parser(prog, "Writes the whole site as files, for a host without a server.", f"{prog} site")
    parser.add_argument("folder", metavar="DIR", type=Path, help="the folder to write: a new one, or an earlier export")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    parser.add_argument("--prefix", type=prefix, default="", metavar="/PATH", help="where it will lie (for 404.html)")
    told = "without pictures of charts for previews of links, which the system's browser takes"
    parser.add_argument("--no-pictures", action="store_true", help=told)
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    datasets, seeds = folders.datasets(options), folders.seeds(options)
    opened = Store(lambda: store.load(datasets, seeds))
    data = opened.current()
    if not (report := data.report).valid:
        names = folders.as_read(datasets), folders.as_read(seeds) if seeds else ""
        sys.stderr.write(text.render(replace(report, datasets=names[0], seeds=names[1])))
        sys.stderr.write(f"{prog}: these data are not valid, and are not exported\n")
        return INVALID
    earlier, written = _earlier(options.folder), Written(options.folder)
    try:
        _say_whose(written, data.version, earlier)
        _write(opened, written, options.prefix, pictured=not options.no_pictures)
    except (OSError, Damaged, Astray) as error:
        raise Unable(f"{options.folder} can't be written: {error}") from error
    _take_away(options.folder, earlier - written.files.keys())
    size = sum(written.files.values()) / 1e6
    took = time.monotonic() - begun
    say(f"written: {many(len(written.files), 'file')}, {size:.1f} MB, to {options.folder} in {took:.0f} s\n")
    return VALID


def _write(opened: Store, written: Written, prefix: str, *, pictured: bool) -> None:
    """The data now, then release by release, so that no more than one is at hand."""
    data = opened.current()
    visit = _visit(data, "")
    site.common(written)
    base, lacking = visit.base, pictures.lacking() if visit.base and pictured else ""
    pictured = bool(visit.base and pictured and not lacking)
    shown = Pictures(data, f"{base}/{pictures.FOLDER}")
    live = create_app(opened)
    part = Site(live, data, draw, visit, written, pictured=shown.address if pictured else lambda path: "")
    part.write()
    part.write_missing(prefix)
    for version, path in data.register.releases.items():
        frozen = Frozen(opened, version, path)
        old = frozen.current()
        twin = old.version == data.version
        part = Site(create_app(frozen), old, draw, _visit(old, f"{RELEASES}/{version}"), written, twin)
        part.write()
        gone = history.gone(data.register).items()
        part.write_gone({thing: now for thing, (last, now) in gone if last == version})
    if base:
        for name, body in sitemap.files(live.site, data, base).items():
            written.write(name, body)
    if pictured:
        shown.write(written)
    elif lacking:
        say(f"no pictures for previews of links: they take {lacking}\n")
    if not base:
        say("no homepage in datapackage.json: no sitemap, no pictures, and no address in what is copied\n")
    written.astray()
    _say_whose(written, data.version, written.files)


def _say_whose(written: Written, version: str, files: Iterable[str]) -> None:
    """Says what the folder is, before all else: one that is left half written is begun again."""
    written.write(MANIFEST, as_json({"data_version": version, "files": sorted({*files, MANIFEST})}))


def _visit(data: Snapshot, within: str) -> Visit:
    """Where the files are read, and on the day of their release: they are the same whenever they are written."""
    register = data.register
    day = register.day if register.release else None
    return Visit(citations.base_of(register, NOWHERE), day, within)


def _earlier(folder: Path) -> set[str]:
    """The files of an earlier export. Raises `Unable` where the folder has others' files."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return set()
    try:
        return set(json.loads((folder / MANIFEST).read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Unable(f"{folder} must be a new folder or an earlier export, and holds other files") from error


def _take_away(folder: Path, files: set[str]) -> None:
    """What an earlier export had and this one has not."""
    for file in files:
        path = folder / file
        if path.resolve().is_relative_to(folder.resolve()):
            path.unlink(missing_ok=True)
            _empty(path.parent, folder)


def _empty(below: Path, folder: Path) -> None:
    """Takes away a folder that nothing is left in, and those around it."""
    while below != folder and below.is_dir() and not any(below.iterdir()):
        below.rmdir()
        below = below.parent

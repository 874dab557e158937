"""`serve`: the dashboard over a register, followed as its files change, on an address of this machine."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import replace

from dashboard.app import create_app
from dashboard.sections import columns
from dashboard.state import store
from dashboard.state.store import Store
from dashboard.web import guard, key, server
from validation.commands import folders
from validation.commands.program import INVALID, VALID, Parser, Unable, ended, say
from validation.editing.desk import Desk
from validation.reports import text

FIRST = ("/",)
"""Pages that are made before anybody is answered, once for all processes."""

ORDERS = tuple(f"/data?sort={column.sort}" for column in columns.COLUMNS.values())
COSTLY = (*FIRST, "/search?q=a", "/data?q=a", *ORDERS, "/sources", "/about", "/validation")
"""Pages that rest on much that is made once for a version of the data; each process makes it while it answers."""


def main(arguments: Sequence[str] | None = None, prog: str = "python -m dashboard") -> int:
    """Serves the dashboard until it is stopped; returns 1 where the data aren't valid, 2 where it can't start."""
    return ended(prog, _serve, prog, arguments)


def _serve(prog: str, arguments: Sequence[str] | None) -> int:
    parser = _parser(prog)
    options = parser.parse_args(arguments)
    if options.edit:
        _refuse(parser, options)
        options.draft, options.workers = True, 1  # what one process writes the others would see later
    datasets = folders.datasets(options)
    seeds = folders.seeds(options) or folders.SEEDS  # it may be made later
    opened = store.open_store(datasets, seeds, draft=options.draft)
    # The pages of --edit say themselves what is left.
    if not options.edit and not (report := opened.current().report).valid:
        names = folders.as_read(datasets), folders.as_read(seeds)
        sys.stderr.write(text.render(replace(report, datasets=names[0], seeds=names[1])))
        if not options.draft:
            sys.stderr.write(f"{prog}: these data are not valid; --draft shows them all the same\n")
            return INVALID
    _answer(opened, options)
    return VALID


def _parser(prog: str) -> Parser:
    parser = Parser(prog, "Shows a register of stated numbers in a browser.", f"{prog} --port 8050")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    parser.add_argument("--host", type=_host, default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8050, help="port to listen on, 0 for any (default: 8050)")
    parser.add_argument("--workers", type=_count, default=2, help="processes that answer (default: 2)")
    parser.add_argument("--prefix", type=prefix, default="", metavar="/PATH", help="path that addresses begin with")
    parser.add_argument(
        "--allow-host", type=_name, action="append", default=[], metavar="NAME", help="another name to answer to"
    )
    parser.add_argument("--edit", action="store_true", help="write the tables in the browser, on this machine alone")
    parser.add_argument("--draft", action="store_true", help="show data that are not valid, each page saying so")
    return parser


def _refuse(parser: Parser, options: argparse.Namespace) -> None:
    """Who may reach the tables is who sits at this machine. Raises `Unable` for any other host."""
    if options.host not in server.LOOPBACK:
        parser.error(f"--edit listens on {' or '.join(server.LOOPBACK)}, not on {options.host}")
    if options.allow_host:
        parser.error("--edit answers to this machine alone; leave --allow-host out")


def prefix(written: str) -> str:
    """A path that addresses begin with, as it is typed; "" for the root."""
    path = "/" + written.strip("/")
    if not re.fullmatch(r"(/(?!\.+(/|$))[\w.~-]+)*/?", path, re.ASCII):
        raise argparse.ArgumentTypeError(f"must be a path like /numbers, not {written}")
    return path.rstrip("/")


def _host(written: str) -> str:
    if not written.strip():
        raise argparse.ArgumentTypeError("must name an address, like 127.0.0.1")
    return written


def _name(written: str) -> str:
    """A host as requests carry it."""
    try:
        name = guard.host_of(written).encode("idna").decode()
    except UnicodeError:
        name = ""
    if not name:
        raise argparse.ArgumentTypeError(f"must be the name of a host, like www.example.org, not {written}")
    return name


def _port(written: str) -> int:
    if not _is_number(written) or int(written) > 65535:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 65535, not {written}")
    return int(written)


def _count(written: str) -> int:
    if not _is_number(written) or int(written) < 1:
        raise argparse.ArgumentTypeError(f"must be a number from 1, not {written}")
    return int(written)


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdecimal()


def _answer(opened: Store, options: argparse.Namespace) -> None:
    try:
        listener = server.listen(options.host, options.port)
    except OSError as error:
        where = f"{options.host}, port {options.port}"
        raise Unable(f"can't listen on {where}: {error.strerror}; see --host and --port") from error
    hosts = server.names(options.host, options.allow_host)
    desk = Desk(folders.datasets(options), folders.seeds(options)) if options.edit else None
    secret = key.new()
    app = create_app(opened, hosts=hosts, prefix=options.prefix, desk=desk, secret=secret)
    address = server.address(listener) + options.prefix
    app.warm(address, FIRST)
    begun = opened.current().state
    say(f"{opened.current().title}: {address}{f'{key.PATH}?{key.PARAMETER}={secret}' if desk else ''}\n")

    def ready() -> None:
        if desk is None:  # else they are others after each key, and who presses it would wait
            app.warm(address, COSTLY)
        server.settle(anew=opened.current().state != begun)

    server.Server(app.server, listener, options.workers, lambda: opened.watch(ready)).run()

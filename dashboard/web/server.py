"""The web server: gunicorn over an application that is loaded once, before its workers are forked."""

from __future__ import annotations

import gc
import os
import signal
import socket
from collections.abc import Callable, Collection
from ipaddress import ip_address
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

THREADS = 4
"""A request mostly waits for the reader's line, so that a worker serves several at a time."""

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""The names a server on the loopback answers to: a page elsewhere can't reach it by a name of its own."""


class Server(BaseApplication):
    """gunicorn over one application, on a socket that is listening already; `started` is run in each worker."""

    def __init__(
        self, app: Flask, listener: socket.socket, workers: int, started: Callable[[], object] = lambda: None
    ) -> None:
        self.app = app
        # As `nohup` has it, which a closed terminal shall not stop.
        stays = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        self.hangup = signal.SIG_IGN if stays else signal.SIG_DFL
        self.started = started
        self.settings: dict[str, Any] = {
            "bind": f"fd://{listener.detach()}",
            "control_socket_disable": True,  # else it leaves a file in the home folder
            "forwarder_headers": "",  # else a request's header may move the site
            "graceful_timeout": 10,  # seconds; a worker told to stop while it is being born does not hear it
            "loglevel": "warning",
            "post_worker_init": self._worker,
            "preload_app": True,
            "threads": THREADS,
            "workers": workers,
        }
        super().__init__()

    def run(self) -> None:
        """Serves until it is told to stop."""
        Untied(self).run()

    def load_config(self) -> None:
        os.environ.pop("SCRIPT_NAME", None)  # --prefix says it, and gunicorn would take half of it from here
        config: Any = self.cfg
        for name, value in self.settings.items():
            if name in config.settings:  # older releases have no control socket
                config.set(name, value)

    def load(self) -> Flask:
        # What is loaded lives as long as the server: to look for garbage in it costs a visitor 70 ms, and a worker,
        # which shares these pages of memory with the others, its share.
        settle()
        return self.app

    def _worker(self, _: Any) -> None:
        signal.signal(signal.SIGHUP, self.hangup)
        self.started()


class Untied(Arbiter):
    """Stops with its terminal, where gunicorn would load everything anew and stay."""

    def handle_hup(self) -> None:
        if self.app.hangup is not signal.SIG_IGN:
            self.handle_term()


def settle(*, anew: bool = True) -> None:
    """Throws away what nobody holds any more, and keeps the rest from being looked through; later looks are rarer.

    What was kept so before is looked through `anew`, or left alone: a worker that looks at what it shares with the
    others has its own copy of it from then on.

    A page is many small objects that hold each other in no ring: by Python's own measure they are looked through after
    each 700 of them, which is up to a third of the time that a large page takes.
    """
    gc.set_threshold(20_000, 5, 50)
    if anew:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections, on any free port for port 0. Raises OSError where it can't be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # free at once after a restart
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def address(listener: socket.socket) -> str:
    """What to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def names(host: str, allowed: Collection[str] = ()) -> tuple[str, ...]:
    """The host names that requests may carry, `allowed` among them; none means any."""
    if not allowed and not is_loopback(host):
        return ()
    return tuple(dict.fromkeys((*LOOPBACK, host, *allowed)))


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

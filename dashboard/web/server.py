"""The web server: gunicorn over an application that is loaded once, before its workers are forked."""

from __future__ import annotations

import gc
import socket
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication

THREADS = 4
"""A request mostly waits for the reader's line, so that a worker serves several at a time."""

LOOPBACK = ("127.0.0.1", "localhost")
"""The names a server on the loopback answers to: a page elsewhere can't reach it by a name of its own."""


class Server(BaseApplication):
    """gunicorn over one application, on a socket that is listening already."""

    def __init__(self, app: Flask, listener: socket.socket, workers: int) -> None:
        self.app = app
        self.settings: dict[str, Any] = {
            "bind": f"fd://{listener.detach()}",
            "control_socket_disable": True,  # else it leaves a file in the home folder
            "loglevel": "warning",
            "preload_app": True,
            "threads": THREADS,
            "workers": workers,
        }
        super().__init__()

    def load_config(self) -> None:
        config: Any = self.cfg
        for name, value in self.settings.items():
            if name in config.settings:  # older releases have no control socket
                config.set(name, value)

    def load(self) -> Flask:
        # What is loaded lives as long as the server: to look for garbage in it costs a visitor 70 ms, and a worker,
        # which shares these pages of memory with the others, its share.
        gc.collect()
        gc.freeze()
        return self.app


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


def names(host: str) -> tuple[str, ...]:
    """The host names that requests may carry; none means any."""
    return (*LOOPBACK, host) if host == "localhost" or host.startswith("127.") else ()

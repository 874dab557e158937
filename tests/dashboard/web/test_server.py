"""The web server: its socket, its address, the names it answers to."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from flask import Flask

from dashboard.web import server


@pytest.mark.parametrize(("host", "expected"), [("127.0.0.1", "http://127.0.0.1:"), ("localhost", "http://127.0.0.1:")])
def test_any_free_port_can_be_had(host: str, expected: str) -> None:
    with server.listen(host, 0) as listener:
        assert server.address(listener) == f"{expected}{listener.getsockname()[1]}"


def test_a_port_in_use_cannot_be_had() -> None:
    with server.listen("127.0.0.1", 0) as taken, pytest.raises(OSError, match="in use"):
        server.listen("127.0.0.1", taken.getsockname()[1])


def test_an_address_of_another_machine_cannot_be_had() -> None:
    with pytest.raises(OSError, match="assign"):
        server.listen("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", {"127.0.0.1", "localhost"}),
        ("127.0.0.2", {"127.0.0.1", "127.0.0.2", "localhost"}),
        ("localhost", {"127.0.0.1", "localhost"}),
        ("0.0.0.0", set()),
        ("192.168.0.7", set()),
        ("harbor.example", set()),
    ],
)
def test_the_loopback_answers_to_its_own_names(host: str, expected: set[str]) -> None:
    assert set(server.names(host)) == expected


def test_gunicorn_gets_a_socket_that_listens() -> None:
    listener = server.listen("127.0.0.1", 0)
    made = server.Server(Flask("harbor"), listener, workers=3)
    with socket.socket(fileno=int(made.settings["bind"].removeprefix("fd://"))) as adopted:
        assert adopted.getsockname()[1] > 0
        config: Any = made.cfg
        assert (config.workers, config.threads, config.preload_app) == (3, server.THREADS, True)


def test_what_is_loaded_is_not_looked_through_for_garbage(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(server.gc, "collect", lambda: done.append("collected"))
    monkeypatch.setattr(server.gc, "freeze", lambda: done.append("frozen"))
    listener = server.listen("127.0.0.1", 0)
    app = Flask("harbor")
    made = server.Server(app, listener, workers=1)
    with socket.socket(fileno=int(made.settings["bind"].removeprefix("fd://"))):
        assert made.load() is app
    assert done == ["collected", "frozen"]

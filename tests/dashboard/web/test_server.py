"""The web server: its socket, its address, the names it answers to."""

from __future__ import annotations

import os
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


LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.mark.parametrize(
    ("host", "allowed", "expected"),
    [
        ("127.0.0.1", [], LOOPBACK),
        ("127.0.0.2", [], LOOPBACK | {"127.0.0.2"}),
        ("localhost", [], LOOPBACK),
        ("::1", [], LOOPBACK),
        ("127.0.0.1", ["harbor.example"], LOOPBACK | {"harbor.example"}),
        ("0.0.0.0", ["harbor.example"], LOOPBACK | {"0.0.0.0", "harbor.example"}),
        ("0.0.0.0", [], set()),
        ("192.168.0.7", [], set()),
        ("harbor.example", [], set()),
    ],
)
def test_the_loopback_answers_to_its_own_names(host: str, allowed: list[str], expected: set[str]) -> None:
    assert set(server.names(host, allowed)) == expected


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
    monkeypatch.setattr(server.gc, "unfreeze", lambda: done.append("thawed"))
    listener = server.listen("127.0.0.1", 0)
    app = Flask("harbor")
    made = server.Server(app, listener, workers=1)
    with socket.socket(fileno=int(made.settings["bind"].removeprefix("fd://"))):
        assert made.load() is app
    assert done == ["thawed", "collected", "frozen"]


def test_the_environment_does_not_move_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCRIPT_NAME", "/elsewhere")
    listener = server.listen("127.0.0.1", 0)
    made = server.Server(Flask("harbor"), listener, workers=1)
    with socket.socket(fileno=int(made.settings["bind"].removeprefix("fd://"))):
        assert "SCRIPT_NAME" not in os.environ


@pytest.mark.parametrize("anew", [True, False])
def test_what_is_kept_is_looked_through_anew_or_left_alone(monkeypatch: pytest.MonkeyPatch, *, anew: bool) -> None:
    called: list[str] = []
    for name in ("freeze", "unfreeze", "collect", "set_threshold"):
        monkeypatch.setattr(server.gc, name, lambda *_, name=name: called.append(name))
    server.settle(anew=anew)
    assert called == ["set_threshold", *(["unfreeze"] if anew else []), "collect", "freeze"]

"""What an address shows, and what it says where it can't be answered."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.state.refusals import Refusal
from dashboard.state.store import Store
from dashboard.web import shell
from dashboard.web.document import html_text
from dashboard.web.site import Page, Site, entitled, plain
from tests.dashboard import harbor


def echo(data: Any, /, **parameters: Any) -> str:
    return str({name: parameters[name] for name in sorted(parameters)})


@pytest.fixture
def site() -> Site:
    pages = [
        Page("/numbers/<name>", harbor.number, "Number"),
        Page("/numbers/new", echo, "New"),
        Page("/echo/<name>", echo, lambda data, /, name: f"Echo of {name}"),
        Page("/", echo, ""),
        Page("/hidden", echo, "Hidden", offered=lambda data: False),
    ]
    return Site(Store(harbor.snapshot), pages)


def show(site: Site, address: str) -> tuple[str, str]:
    path, _, search = address.partition("?")
    data = site.store.current()
    shown = site.show(data, path, search)
    return entitled(shown.title, data), html_text(shown.content)


@pytest.mark.parametrize(
    ("address", "title", "body"),
    [
        ("/", "Numbers of a harbor", "{}"),
        ("/?q=a&q=b&utm_source=x", "Numbers of a harbor", "{'q': ['a', 'b'], 'utm_source': 'x'}"),
        ("/echo/eels", "Echo of eels – Numbers of a harbor", "{'name': 'eels'}"),
        ("/echo/e els", "Echo of e els – Numbers of a harbor", "{'name': 'e els'}"),
        ("/echo/eels?name=nets&q=", "Echo of eels – Numbers of a harbor", "{'name': 'eels'}"),
        ("/numbers/new", "New – Numbers of a harbor", "{}"),
    ],
)
def test_an_address_shows_its_page(site: Site, address: str, title: str, body: str) -> None:
    assert show(site, address) == (title, body)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/numbers/eel", 404, ["No number is called “eel”", "/numbers/eels", "/numbers/boats"]),
        ("/echo", 404, ["No page is called “/echo”", 'href="/numbers/new"', 'href="/"']),
        ("/echo/a/b", 404, ["No page is called “/echo/a/b”"]),
        ("/numbers/<script>", 404, ["“&lt;script&gt;”"]),
        ("/?" + "&".join(f"a{i}=1" for i in range(300)), 400, ["more than 200 parameters"]),
    ],
)
def test_a_refusal_says_what_there_is(site: Site, address: str, status: int, words: list[str]) -> None:
    with pytest.raises(Refusal) as refused:
        show(site, address)
    body = html_text(shell.refused(refused.value))
    assert refused.value.status == status
    assert [word for word in words if word not in body] == []


def test_addresses_without_variables_are_listed_where_they_show_something(site: Site) -> None:
    assert site.paths(site.store.current()) == ["/", "/numbers/new"]


@pytest.mark.parametrize(
    ("path", "expected"), [("/", "/"), ("", "/"), ("//", "/"), ("/a/", "/a"), ("//a///b/", "/a/b"), ("/a b", "/a b")]
)
def test_a_path_has_one_spelling(path: str, expected: str) -> None:
    assert plain(path) == expected

"""What an address shows, and what it says where it can't be answered."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from dashboard.state.store import Store
from dashboard.state.views import View
from dashboard.web.document import html_text
from dashboard.web.site import Page, Site
from tests.dashboard import harbor


def echo(data: Any, /, **parameters: Any) -> str:
    return str({name: parameters[name] for name in sorted(parameters) if name != "view"})


@pytest.fixture
def site() -> Site:
    pages = [
        Page("/numbers/<name>", harbor.number, "Number"),
        Page("/numbers/new", echo, "New"),
        Page("/echo/<name>", echo, lambda data, /, name: f"Echo of {name}"),
        Page("/", echo, ""),
        Page("/broken", harbor.broken, "Broken"),
    ]
    return Site(Store(harbor.snapshot), pages)


def show(site: Site, address: str) -> tuple[int, str, str]:
    path, _, search = address.partition("?")
    shown = site.show(path, search, View())
    return shown.status, shown.title, html_text(shown.body)


@pytest.mark.parametrize(
    ("address", "title", "body"),
    [
        ("/", "Numbers of a harbor", "{}"),
        ("/?q=a&q=b&utm_source=x", "Numbers of a harbor", "{'q': ['a', 'b'], 'utm_source': 'x'}"),
        ("/echo/eels", "Echo of eels – Numbers of a harbor", "{'name': 'eels'}"),
        ("/echo/eels/", "Echo of eels – Numbers of a harbor", "{'name': 'eels'}"),
        ("/echo/e%20els", "Echo of e els – Numbers of a harbor", "{'name': 'e els'}"),
        ("/echo/eels?name=nets&view=x&q=", "Echo of eels – Numbers of a harbor", "{'name': 'eels'}"),
        ("/numbers/new", "New – Numbers of a harbor", "{}"),
    ],
)
def test_an_address_shows_its_page(site: Site, address: str, title: str, body: str) -> None:
    assert show(site, address) == (200, title, body)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/numbers/eel", 404, ["No number is called “eel”", "/numbers/eels", "/numbers/boats"]),
        ("/echo", 404, ["No page is called “/echo”", 'href="/broken"', 'href="/"']),
        ("/echo/a/b", 404, ["No page is called “/echo/a/b”"]),
        ("/numbers/<script>", 404, ["“&lt;script&gt;”"]),
        ("/?" + "&".join(f"a{i}=1" for i in range(300)), 400, ["more than 200 parameters"]),
    ],
)
def test_a_refusal_is_a_page_that_says_what_there_is(site: Site, address: str, status: int, words: list[str]) -> None:
    got, _, body = show(site, address)
    assert got == status
    assert [word for word in words if word not in body] == []


def test_a_fault_of_ours_is_logged_and_shows_no_traceback(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        status, title, body = show(site, "/broken")
    assert (status, title) == (500, "An error of ours – Numbers of a harbor")
    assert "a fault of the page's" not in body
    assert "a fault of the page's" in caplog.text


def test_a_fault_of_ours_is_not_kept(site: Site) -> None:
    assert show(site, "/broken")[0] == 500
    mended = [replace(page, layout=echo) if page.path == "/broken" else page for page in site.pages]
    assert show(replace(site, pages=mended), "/broken")[0] == 200


def test_a_part_is_shown_by_itself_or_says_why_not(site: Site) -> None:
    assert site.part(echo, "?q=a", View()) == "{'q': 'a'}"
    assert "sort must be one of" in html_text(site.part(harbor.found, "sort=x", View()))


def test_addresses_without_variables_are_listed(site: Site) -> None:
    assert site.paths == ["/", "/broken", "/numbers/new"]

"""The watch over pages: each thing that must fail a test is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from flask import Flask, Response
from playwright.sync_api import Page, expect

PAGE = """<!doctype html><html lang="en"><title>A page</title>
<main><h1>A page</h1>{body}</main>"""


@pytest.fixture
def visit(serve: Callable, page: Page) -> Callable[[str], Page]:
    """Shows HTML in the browser, under a policy as strict as the dashboard's."""

    def show(body: str) -> Page:
        app = Flask(__name__)
        policy = {"Content-Security-Policy": "default-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:"}
        app.add_url_rule("/", view_func=lambda: Response(PAGE.format(body=body), headers=policy))
        app.add_url_rule("/favicon.ico", "icon", lambda: Response(status=204))
        app.add_url_rule("/bad.js", "script", lambda: Response("missing()", mimetype="text/javascript"))
        page.goto(serve(app))
        return page

    return show


@pytest.fixture
def expected(problems: list[str]) -> Iterator[list[str]]:
    """The problems of a test that means to have them."""
    yield problems
    problems.clear()


def test_good_page_has_no_problem(visit: Callable[[str], Page], axe: Callable) -> None:
    page = visit("<p>Fine.</p><img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")
    expect(page.locator("p")).to_have_text("Fine.")
    assert axe(page) == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<script src='/bad.js'></script>", "page error: missing is not defined"),
        ("<script>1</script>", "console: Executing inline script violates"),
        ("<img alt='' src='/nothing.png'>", "console: Failed to load resource"),
        ("<img alt='' src='http://elsewhere.invalid/x.png'>", "request to http://elsewhere.invalid/x.png"),
    ],
)
def test_problem_is_seen(visit: Callable[[str], Page], expected: list[str], body: str, problem: str) -> None:
    visit(body)
    assert any(found.startswith(problem) for found in expected), expected


def test_axe_looks_at_the_size_of_targets(visit: Callable[[str], Page], axe: Callable) -> None:
    tiny = "<button style='padding:0;border:0;width:9px;height:9px' aria-label='{}'></button>"
    assert len(axe(visit(tiny.format("a") + tiny.format("b")))) == 2


def test_axe_names_the_rule_and_the_element(visit: Callable[[str], Page], axe: Callable) -> None:
    assert axe(visit("<input id='year'>")) == ['label: <input id="year">']

"""The files that pages ask for."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from dashboard.web import assets
from dashboard.web.bodies import ASK_FIRST, FOREVER


def test_every_script_and_style_of_ours_is_sent() -> None:
    scripts = {part for parts in assets.SCRIPTS.values() for part in parts} | {"head.js"}
    assert scripts == {file.name for file in assets.ASSETS.glob("*.js")}
    style = assets.bodies()[assets.STYLES].data.decode()
    assert all(
        file.read_text(encoding="utf-8") in style for file in assets.ASSETS.glob("*.css") if file.name != "base.css"
    )


@pytest.mark.parametrize("name", assets.bodies())
def test_a_file_is_kept_for_good_at_the_address_that_names_its_content(client: FlaskClient, name: str) -> None:
    asked = {
        address: client.get(address) for address in (assets.address(name), f"/assets/{name}", f"/assets/{name}?v=1")
    }
    assert {response.status_code for response in asked.values()} == {200}
    assert [response.headers["Cache-Control"] for response in asked.values()] == [FOREVER, ASK_FIRST, ASK_FIRST]
    assert {response.headers["Cross-Origin-Resource-Policy"] for response in asked.values()} == {"cross-origin"}


def test_the_font_has_one_address(client: FlaskClient) -> None:
    preloaded = re.findall(r'href="/assets/([^"]+)" as="font"', client.get("/").text)
    named = re.findall(r'url\("(.+?woff2.*?)"\)', assets.bodies()[assets.STYLES].data.decode())
    assert preloaded == named


@pytest.mark.parametrize("name", ["nothing.js", "../app.py", "..%2Fapp.py", "head.js", ""])
def test_nothing_else_is_there(client: FlaskClient, name: str) -> None:
    assert client.get(f"/assets/{name}").status_code in (308, 404)

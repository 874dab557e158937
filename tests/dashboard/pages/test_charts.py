"""The page of one chart, and the frame of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.pages import charts, embed
from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.web.application import Dashboard
from dashboard.web.document import html_text


@pytest.fixture
def client(app: Dashboard) -> FlaskClient:
    return app.server.test_client()


def test_it_names_its_indicators_and_its_frame(app: Dashboard, bees: Snapshot) -> None:
    with app.server.test_request_context("/charts/honey", base_url="https://bees.example"):
        html = html_text(charts.layout(bees, chart_id="honey"))
    assert 'href="/indicators/honey-growth"' in html
    assert "&lt;iframe src=&quot;https://bees.example/embed/honey&quot;" in html.replace('"', "&quot;")
    assert charts.title(bees, "honey") == "Honey yield"


def test_a_frame_has_the_chart_and_a_link_back(bees: Snapshot) -> None:
    html = html_text(embed.layout(bees, chart_id="honey"))
    assert html.count("<figure") == 1
    assert "numbers as stated" in html
    assert '<a href="/charts/honey" target="_blank">' in html


def test_only_frames_may_be_framed(client: FlaskClient) -> None:
    frame, page = client.get("/embed/honey").headers, client.get("/charts/honey").headers
    assert "frame-ancestors *" in frame["Content-Security-Policy"]
    assert "X-Frame-Options" not in frame
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert page["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("layout", [charts.layout, embed.layout])
def test_nothing_has_an_unknown_id(bees: Snapshot, layout: Callable[..., Any]) -> None:
    with pytest.raises(Unknown) as refused:
        layout(bees, chart_id="hony")
    assert "honey" in refused.value.nearest

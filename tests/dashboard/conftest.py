"""The harbor's pages as an application and as its client."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.web.application import Dashboard
from tests.dashboard import harbor


@pytest.fixture(scope="module")
def app() -> Dashboard:
    return harbor.make()


@pytest.fixture
def client(app: Dashboard) -> FlaskClient:
    return app.server.test_client()

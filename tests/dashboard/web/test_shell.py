"""The frame of every page: landmarks, navigation, notice."""

from __future__ import annotations

import re

from dashboard.state.store import Snapshot
from dashboard.state.views import View
from dashboard.web import shell
from dashboard.web.document import html_text
from tests.dashboard import harbor


def frame(data: Snapshot) -> str:
    return html_text(shell.frame(data, "content", ["/", "/about"], View()))


def test_the_landmarks_are_there_once() -> None:
    written = frame(harbor.snapshot())
    assert [len(re.findall(f"<{name}[ >]", written)) for name in ("header", "main", "footer")] == [1, 1, 1]
    labels = re.findall('<nav aria-label="(.+?)"', written)
    assert sorted(labels) == sorted(set(labels)) == ["About the data", "Downloads", "Main"]


def test_the_content_can_be_skipped_to() -> None:
    written = frame(harbor.snapshot())
    assert written.index('href="#main"') < written.index("<header")
    assert re.search('<main[^>]*id="main"[^>]*>content</main>', written)


def test_navigation_has_the_pages_that_exist() -> None:
    navigation = frame(harbor.snapshot()).split("<nav")[1].split("</nav>")[0]
    assert re.findall('href="(.+?)"', navigation) == ["/", "/about"]


def test_every_field_of_the_header_has_a_label() -> None:
    written = frame(harbor.snapshot())
    fields = re.findall('<(?:input|select)[^>]*id="(.+?)"', written)
    assert set(fields) == {"site-search", "scheme"} == set(re.findall('<label[^>]*for="(.+?)"', written))


def test_what_holds_for_every_number_is_said() -> None:
    written = frame(harbor.snapshot())
    assert shell.AS_STATED in written
    assert "0123456789ab" in written
    assert "Numbers of a harbor" in written


def test_a_problem_with_newer_data_is_shown() -> None:
    assert 'role="status"' not in frame(harbor.snapshot())
    written = frame(harbor.snapshot(problem="numbers.csv:3: x"))
    assert re.search('<div class="notice" role="status"><p>.+numbers.csv:3: x</p>', written)

"""The frame of every page: landmarks, navigation, notice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dashboard.state.refusals import Unknown
from dashboard.state.store import Snapshot
from dashboard.web import shell
from dashboard.web.document import html_text
from tests.dashboard import harbor
from validation.findings import Fault
from validation.model.register import Register
from validation.reports.report import Report, check


@pytest.fixture
def bad() -> Report:
    """What is found where there is no table at all."""
    return check(Register({}, {}, (Fault("file/missing", "sources", None, "", "", "is not there", ""),)))


def frame(data: Snapshot, at: str = "/") -> str:
    return html_text(shell.frame(data, "content", ["/", "/about"], at))


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


def test_navigation_marks_the_page_and_those_below_it() -> None:
    marked = [
        re.findall('<a aria-current="page" href="(.+?)"', frame(harbor.snapshot(), at)) for at in ("/", "/about/x")
    ]
    assert marked == [["/"], ["/about"]]
    assert "aria-current" not in frame(harbor.snapshot(), "/aboutx")


def test_a_problem_with_newer_data_is_shown_and_leads_to_the_findings(bad: Report) -> None:
    assert 'role="status"' not in frame(harbor.snapshot())
    written = frame(replace(harbor.snapshot("numbers.csv:3: x"), refused=bad))
    assert re.search('<div class="notice" role="status"><p>.+numbers.csv:3: x.+href="/validation#refused"', written)


def test_a_draft_says_so() -> None:
    faults = (Fault("file/missing", "sources", None, "", "", "is not there", ""),)
    assert "A draft: these data have" in frame(Snapshot(Register({}, {}, faults), draft=True))
    assert "A draft" not in frame(Snapshot(Register({}, {}, faults)))


def test_of_very_many_names_the_first_are_listed() -> None:
    names = [f"eel-{i:04}" for i in range(5000)]
    written = html_text(shell.refused(Unknown("number", "x", names)))
    assert "The first 100 of 5,000 there are" in written
    assert written.count("<li>") == 100

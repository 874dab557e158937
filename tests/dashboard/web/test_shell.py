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
    assert sorted(labels) == sorted(set(labels)) == ["Downloads", "Main"]


def test_the_content_can_be_skipped_to() -> None:
    written = frame(harbor.snapshot())
    assert written.index('href="#main"') < written.index("<header")
    assert re.search('<main[^>]*id="main"[^>]*>content</main>', written)


def test_navigation_has_the_pages_that_exist() -> None:
    navigation = frame(harbor.snapshot()).split("<nav")[1].split("</nav>")[0]
    assert re.findall('href="(.+?)"', navigation) == ["/", "/about"]


def test_every_field_and_button_of_the_header_has_a_name() -> None:
    written = frame(harbor.snapshot(), "/about")
    assert (
        re.findall('<input[^>]*id="(.+?)"', written) == re.findall('<label[^>]*for="(.+?)"', written) == ["site-search"]
    )
    assert re.search('<button aria-label="Dark colors" aria-pressed="false"[^>]*id="scheme"', written)


def test_the_first_page_has_a_search_of_its_own() -> None:
    assert 'id="site-search"' not in frame(harbor.snapshot(), "/")


def test_what_holds_for_every_number_is_said() -> None:
    written = frame(harbor.snapshot())
    assert shell.AS_STATED in written
    assert "0123456789ab" in written
    assert "Numbers of a harbor" in written


@pytest.mark.parametrize(
    ("at", "marked"),
    [
        ("/", [("page", "/")]),
        ("/about/x", [("page", "/about")]),
        ("/charts/x", [("true", "/")]),
        ("/checked", [("true", "/about")]),
        ("/aboutx", []),
    ],
)
def test_navigation_marks_the_page_and_where_one_that_has_no_entry_belongs(at: str, marked: list) -> None:
    assert re.findall('<a aria-current="(.+?)" href="(.+?)"', frame(harbor.snapshot(), at)) == marked


def test_every_page_that_has_no_entry_belongs_to_one_that_has() -> None:
    assert set(shell.WITHIN.values()) <= {path for path, _ in shell.NAVIGATION}


def test_downloads_are_offered_and_pages_that_there_are() -> None:
    footer = frame(harbor.snapshot()).partition("<footer")[2]
    assert set(re.findall('href="(.+?)"', footer)) == {path for path, _ in shell.TAKE} - {"/validation"}


def test_the_license_is_said_where_there_is_one() -> None:
    assert "Data CC0-1.0, except rows" in frame(Snapshot(Register({}, {}, about={"licenses": [{"name": "CC0-1.0"}]})))
    assert "except rows" not in frame(Snapshot(Register({}, {}, about={"licenses": [{}]})))


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

"""How a page is cited: words, files for programs and the address, each behind one button."""

from __future__ import annotations

import re

from flask import Flask

from dashboard.sections import citing
from dashboard.state.store import Snapshot
from dashboard.web.document import html_text
from tests.dashboard.pages.shown import links


def test_text_files_and_address_have_one_button_each(data: Snapshot) -> None:
    with Flask("bees").test_request_context("/", base_url="https://bees.example"):
        html = html_text(citing.button(data.register, "Bees (2021).", "/observations/x", [("/cite/x.bib", "BibTeX")]))
    assert re.findall('data-copy="(.+?)"', html) == ["Bees (2021).", "https://bees.example/observations/x"]
    assert links(html) == ["/cite/x.bib"]
    assert f"Version 1.0.0 (data {data.version}), read " in html
    assert html.startswith('<details class="cite"><summary class="button action">Cite</summary>')


def test_without_a_request_nothing_is_read_on_a_day(data: Snapshot) -> None:
    assert f"Version 1.0.0 (data {data.version})</p>" in html_text(citing.button(data.register, "x", "/x", []))
    assert 'data-link="/x"' in html_text(citing.link(data.register, "/x"))

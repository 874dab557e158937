"""No page shows a code raw: each is there in its words, over bees that have every code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest

from dashboard.app import create_app
from dashboard.state.store import Snapshot, Store, load
from dashboard.web.application import Dashboard
from dashboard.web.document import html_text
from tests.dashboard.pages import coded
from tests.dashboard.pages.shown import text
from validation import vocabulary
from validation.model import events
from validation.vocabulary import Code

TABLES: list[Mapping[str, Any]] = [
    *(vocabulary.MARKS, vocabulary.BASES, vocabulary.STATUSES, vocabulary.SOURCE_KINDS, vocabulary.CONFIDENCES),
    *(vocabulary.MEASURES, vocabulary.CHART_KINDS, vocabulary.NUMERAL_STATES, vocabulary.REASONS),
    *(vocabulary.EVIDENCE, vocabulary.PRESENCES, vocabulary.VERDICTS, vocabulary.ACCOUNTS, vocabulary.DATINGS),
]
WORDS = {entry.words.casefold() for table in TABLES for entry in table.values()}
RAW = {code for table in TABLES for code in table if code} - WORDS
"""Codes that are the words of nothing: wherever one stands alone, it is raw."""

COINED = re.compile(rf"(?<![\w-])({'|'.join(sorted(code for code in RAW if '-' in code))})(?![\w-])")
"""Those that stand in no sentence either."""

TOLD = ("title", "aria-label", "alt", "placeholder", "data-tip", "data-said")
"""The attributes that people read or hear."""

OF_TABLES = 'id="findings"'
"""From here on the page of the validation tells those who edit tables what these hold, codes included."""

STATED = [code for code in vocabulary.EVIDENCE if code != vocabulary.OF_CALCULATION]
OUTCOMES = (vocabulary.INTACT, vocabulary.MOVED, vocabulary.NUMBER_CHANGED, vocabulary.GONE)

SHOWN: list[tuple[str, Iterable[Any]]] = [
    ("/about", vocabulary.MARKS.values()),
    ("/about", vocabulary.BASES.values()),
    ("/about", vocabulary.STATUSES.values()),
    ("/about", vocabulary.DATINGS.values()),
    ("/about", vocabulary.CONFIDENCES.values()),
    ("/data?columns=qualifier", vocabulary.QUALIFIERS.values()),
    ("/data?columns=status", vocabulary.STATUSES.values()),
    ("/data?columns=evidence", [vocabulary.EVIDENCE[code] for code in STATED]),
    ("/checked", vocabulary.VERDICTS.values()),
    ("/sources", vocabulary.PRESENCES.values()),
    (f"/sources/{coded.ALMANAC}", vocabulary.REASONS.values()),
    ("/sources/letter-on-bees", vocabulary.CONFLICT_VERDICTS.values()),
    ("/sources/letter-on-bees", [vocabulary.EVIDENCE[code] for code in OUTCOMES]),
    ("/sources/honey-year", [vocabulary.SOURCE_KINDS[vocabulary.DOCUMENT]]),
    *((f"/sources/{name}", [vocabulary.CONFIDENCES[code]]) for name, code in coded.REFERENCES.items()),
]


class Told(HTMLParser):
    """What a page tells, piece by piece, without what is set as code on purpose."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._within = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within += tag == "code"
        self.pieces += [value for name, value in attrs if name in TOLD and value]

    def handle_endtag(self, tag: str) -> None:
        self._within -= tag == "code"

    def handle_data(self, data: str) -> None:
        if not self._within:
            self.pieces.append(data.strip(" ,·.;:()"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*coded.write(tmp_path_factory.mktemp("coded")))


@pytest.fixture(scope="module")
def site(data: Snapshot) -> Dashboard:
    return create_app(Store(lambda: data))


def addresses(data: Snapshot) -> Iterator[str]:
    register = data.register
    yield from ("/", "/compare", "/checked", "/timeline", "/sources", "/data", "/validation", "/about")
    yield from ("/search", "/search?q=hives")
    yield from (f"/data?columns={name}" for name in ("qualifier", "status", "evidence", "bounds"))
    yield from (f"/data?qualifier={code}" for code in vocabulary.QUALIFIERS)
    yield from (f"/sources/{name}" for name in register.sources)
    yield from (f"/charts/{name}" for name in register.charts)
    yield from (f"/indicators/{name}" for name in register.indicators)
    yield from (f"/observations/{name}" for name in register.numbers)
    yield from (f"/events/{event.id}" for event in events.events(register))


def shown(site: Dashboard, address: str) -> str:
    path, _, search = address.partition("?")
    return html_text(site.site.show(site.site.store.current(), path, search).content)


def raw(html: str) -> list[str]:
    """The codes that a page shows as they are, each with the words around it."""
    told = Told()
    told.feed(html.partition(OF_TABLES)[0])
    return [piece for piece in told.pieces if piece in RAW or COINED.search(piece)]


def test_no_page_shows_a_code_raw(site: Dashboard, data: Snapshot) -> None:
    found = {address: raw(shown(site, address)) for address in addresses(data)}
    assert {address: codes for address, codes in found.items() if codes} == {}


@pytest.mark.parametrize(("address", "entries"), SHOWN)
def test_each_code_is_there_in_its_words(site: Dashboard, address: str, entries: Iterable[Code]) -> None:
    words = text(shown(site, address)).casefold()
    assert [entry.code for entry in entries if entry.words.casefold() not in words] == []


def test_the_collection_has_every_code(data: Snapshot) -> None:
    register = data.register
    numbers = list(register.observations)
    assert {number.amount.qualifier for number in numbers} | {number.qualifier for number in numbers} == {
        *vocabulary.MARKS
    }
    assert {number.status for number in numbers} == {*vocabulary.STATUSES}
    assert {number.period_basis for number in numbers} == {*vocabulary.BASES}
    assert {number.evidence for number in register.numbers.values()} == {*vocabulary.EVIDENCE}
    assert {chart.kind for chart in register.charts.values()} == {*vocabulary.CHART_KINDS}


def test_what_is_raw_is_found() -> None:
    html = (
        '<p>unverified</p><code>to-date</code><span title="at-least">x</span><p>it was number-changed</p><p>about</p>'
    )
    assert raw(html) == ["unverified", "at-least", "it was number-changed"]

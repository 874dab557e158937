"""Other people's data: a collection of extremes validates, all of its addresses answer, and say what is so."""

from __future__ import annotations

import json
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.charts import choice, findings
from dashboard.charts.drawing.canvas import Figure
from dashboard.charts.drawing.content import Drawing
from dashboard.charts.kinds import timeline
from dashboard.downloads import routes
from dashboard.pages import charts as chart_page
from dashboard.sections import charts
from dashboard.state.store import Snapshot, Store, load
from dashboard.state.views import View
from dashboard.web.document import html_text
from tests import others, test_collections
from tests.dashboard.charts.boxes import boxes, texts
from tests.dashboard.pages.shown import figures, text
from validation import vocabulary as codes
from validation.model import accounts, events, verdicts
from validation.model.observations import Observation

WIDTHS = (330, 530)
DRAWN = 3  # pixels that words may be wider than they are measured
SECOND = 1.0  # of the processor's time: a busy machine says nothing of the code


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return load(*others.write(tmp_path_factory.mktemp("others")))


@pytest.fixture(scope="module")
def client(data: Snapshot) -> FlaskClient:
    return create_app(Store(lambda: data)).server.test_client()


def drawings(data: Snapshot) -> Iterator[Drawing]:
    """What each chart draws that is drawn at all."""
    found = (choice.find(data.register, f"chart/{name}") for name in data.register.charts)
    yield from (drawing for drawing in found if drawing and drawing.kind != codes.ALONE)


def drawn(data: Snapshot, chart: str, width: int = 530) -> Figure:
    drawing = choice.find(data.register, f"chart/{chart}")
    assert drawing
    return choice.figure(drawing, width=width)


def of(data: Snapshot, indicator: str) -> list[Observation]:
    return data.register.observations.where("indicator_id", indicator)


def shown(client: FlaskClient, address: str) -> str:
    return client.get(address).text


def test_it_is_written_and_read_in_two_seconds(tmp_path_factory: pytest.TempPathFactory) -> None:
    began = time.process_time()
    report = load(*others.write(tmp_path_factory.mktemp("again"))).report
    assert [str(finding) for finding in report.findings] == []
    assert time.process_time() - began < 2 * SECOND


def test_it_has_what_strains_pages(data: Snapshot) -> None:
    register, numbers = data.register, list(data.register.observations)
    assert len(register.charts) == others.CHARTS
    assert len({chart.topic for chart in register.charts.values()}) == len(others.TOPICS) == 12
    assert len(register.sources) == len({one.source for one in of(data, "forty")}) + 1 == others.SOURCES
    assert max(len(one.numbers) for one in accounts.groups(register)) == others.ACCOUNTS
    assert len(of(data, "tides")) == others.PERIODS
    assert "501 BC" in {one.period.words for one in numbers if one.period}
    assert {check.verdict for check in verdicts.checks(register)} == {*codes.VERDICTS}
    assert {one.kind for one in drawings(data)} == {*choice.FIGURES}
    assert {-0.0004, 0.0, 9.1e15, -100.0, 12_000.0} <= {float(one.value) for one in numbers}
    for names in (register.charts, register.areas, register.indicators):
        assert max(Counter(one.name for one in names.values()).values()) > 1
    assert Counter(source.title for source in register.sources.values())[others.SAME_TITLE] == 3


def addresses(data: Snapshot) -> list[str]:
    """Every address but those of most numbers: of each indicator the first, the last and what is calculated."""
    register = data.register
    named: dict[str, list[str]] = {}
    for number in register.observations:
        named.setdefault(number.indicator.id, []).append(number.id)
    numbers = [*dict.fromkeys(name for names in named.values() for name in (names[0], names[-1])), *register.derived]
    drawn = [chart for chart in register.charts if choice.find(register, f"chart/{chart}")]
    return [
        *test_collections.FIXED,
        *(file.rule for file in routes.FILES if file.fixed),
        *(f"/{kind}/{name}" for kind in ("charts", "embed") for name in drawn),
        *(f"/indicators/{name}" for name in register.indicators),
        *(f"/observations/{name}" for name in numbers),
        *(f"/events/{event.id}" for event in events.events(register)),
        *(f"/sources/{name}" for name in register.sources),
        *(f"/search?q={quote(name)}" for name in others.NAMES),
        *(f"/data?topic={quote(name)}" for name in others.TOPICS),
        *(f"/download/indicators/{name}.csv" for name in register.indicators),
        *(f"/{kind}/{name}.json" for kind in ("charts", "indicators", "sources") for name in getattr(register, kind)),
        *(f"/observations/{name}.json" for name in numbers),
        *(f"/cite/{name}.{form}" for name in numbers for form in ("bib", "json")),
    ]


@pytest.mark.long
def test_every_address_answers_within_a_second(
    data: Snapshot, client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    wrong, drawings = {}, set()
    with caplog.at_level(logging.WARNING):
        for address in addresses(data):
            began = time.process_time()
            answer = client.get(address)
            if answer.status_code != 200 or time.process_time() - began > SECOND:
                wrong[address] = answer.status
            if answer.mimetype == "text/html":
                drawings.update(figures(answer.text, View(breadth=390)))
    for address in drawings:
        assert json.loads(client.get(quote(address)).data, parse_constant=test_collections.no_number)["data"], address
    assert wrong == {}
    assert caplog.records == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_of_a_chart_leaves_the_drawing(data: Snapshot, width: int) -> None:
    left = {}
    drawn = {drawing.key: choice.figure(drawing, width=width) for drawing in drawings(data)}
    for key, figure in [*drawn.items(), ("timeline", timeline.draw(events.events(data.register), width=width))]:
        found = boxes(figure, width)
        outside = [words for words, box in found if box.left < -DRAWN or box.right > width + DRAWN]
        outside += [words for words, box in found if box.top < -DRAWN or box.bottom > figure["layout"]["height"] + 1]
        left |= {key: outside} if outside else {}
    assert left == {}


@pytest.mark.parametrize("name", [others.ARABIC, others.HEBREW])
def test_numbers_stay_behind_names_from_right_to_left(data: Snapshot, client: FlaskClient, name: str) -> None:
    pages = [shown(client, address) for address in ("/", "/sources", "/data", "/checked", "/charts/shares")]
    labels = texts(drawn(data, "shares"))
    told = [re.sub(r'="[^"]*"|(?s:<script.*?</script>)', "", words) for words in (*pages, *labels)]
    between = [found for words in told for found in re.findall(rf"{name}(\W{{0,4}}?)[0-9]", words)]
    assert len(between) > 20
    assert [found for found in between if not found.startswith("\N{LEFT-TO-RIGHT MARK}")] == []


def test_passages_have_the_direction_of_their_words(client: FlaskClient, data: Snapshot) -> None:
    stated = [one for one in of(data, "earned") if one.source.is_document]
    for number in stated:
        assert f'dir="auto">“{number.quote[:9]}' in shown(client, f"/observations/{number.id}")
    article = shown(client, f"/sources/{others.book(others.BARE)}")
    paragraphs = re.findall('<p class="paragraph[^>]* dir="auto">.*?</p>', article)
    assert len(paragraphs) == article.count('class="paragraph')
    assert [words for words in paragraphs if "\N{LEFT-TO-RIGHT MARK}" in words] == []


def test_markup_in_names_is_told_and_not_read(client: FlaskClient) -> None:
    for address in ("/", "/sources", "/charts/earned", "/charts/named", "/indicators/earned", "/timeline"):
        page = shown(client, address)
        assert "<b>Boats" not in page
        assert "&lt;b&gt;Boats&lt;/b&gt; &amp; “nets”" in page


def test_things_of_one_name_are_told_apart(data: Snapshot) -> None:
    named = [label for label in texts(drawn(data, "equal")) if label.startswith("Boats at the pier")]
    assert {label[:27] for label in named} == {"Boats at the pier (equal-0)", "Boats at the pier (equal-1)"}
    assert {"Twin Port (port)", "Twin Port (port-again)"} <= {*texts(drawn(data, "land"))}
    assert {"◆ Twin Port (port-again)", "✚ Twin Port (port)"} <= {*texts(drawn(data, "shores", 880))}


def test_what_is_calculated_alone_is_told_apart_by_its_periods(data: Snapshot) -> None:
    labels = texts(drawn(data, "density"))
    assert [label for label in labels if label.endswith("calculated")] == [
        f"{y} calculated" for y in (2012, 2015, 2018)
    ]


def test_a_growth_of_nothing_goes_neither_up_nor_down(data: Snapshot) -> None:
    labels = texts(drawn(data, "growth-1"))
    assert "growth of 0%" in labels
    assert not any(label.startswith(("up", "down")) for label in labels)


@pytest.mark.parametrize("width", [*WIDTHS, 1000])
def test_no_words_hide_a_number_behind_a_line(data: Snapshot, width: int) -> None:
    figure = drawn(data, "gaps", width)
    number = next(one for one in of(data, "gaps") if one.source.is_document and one.value == 59)
    (mark,) = (trace for trace in figure["data"] if trace["customdata"] == [number.id])
    layout = figure["layout"]
    low, high = layout["xaxis"]["range"]
    room = width - layout["margin"]["l"] - layout["margin"]["r"]
    x = layout["margin"]["l"] + (mark["x"][0] - low) / (high - low) * room
    bottom, top = layout["yaxis2"]["range"]
    y = layout["height"] * (1 - (mark["y"][0] - bottom) / (top - bottom))
    assert [words for words, box in boxes(figure, width) if box.holds(x, y)] == []


def test_of_many_numbers_few_are_labeled(data: Snapshot) -> None:
    labels = [label for label in texts(drawn(data, "forty", 1000)) if label.endswith("\N{NO-BREAK SPACE}boats")]
    highest_tick, *numbers = (label.removesuffix("\N{NO-BREAK SPACE}boats") for label in labels)
    assert highest_tick == "5,000"
    assert numbers == ["4,310", "4,000", "4,135", "4,891", "4,000"]


def test_long_numbers_break_behind_their_commas(data: Snapshot, client: FlaskClient) -> None:
    notes = [note["text"] for note in drawn(data, "huge", WIDTHS[0])["layout"]["annotations"]]
    assert any("9,100,000,000,000,<br>000" in note for note in notes)
    assert "9,<wbr>100,<wbr>000,<wbr>" in shown(client, f"/observations/{of(data, 'huge')[0].id}")


def test_numbers_of_references_set_large_are_not_in_the_documents_color(client: FlaskClient) -> None:
    tellers = re.findall(r'class="large (.+?)"', shown(client, "/charts/earned"))
    assert Counter(tellers) == {"by-document": 2, "by-reference": 2}


def test_a_document_without_a_number_has_nothing_to_step_through(client: FlaskClient) -> None:
    silent, other = (shown(client, f"/sources/{others.book(n)}") for n in (others.SILENT, others.BARE))
    assert ("Next mark" in silent, "Next mark" in other) == (False, True)
    assert "No author named" in other


def test_a_long_series_is_folded_and_accounts_are_none(client: FlaskClient) -> None:
    assert "All 500 years, 1500 to 1999" in shown(client, "/indicators/tides")
    assert [name for name in ("boats", "forty") if 'class="years"' in shown(client, f"/indicators/{name}")] == []
    assert "501 BC" in text(shown(client, "/indicators/old"))


def test_a_finding_tells_of_no_number_that_it_does_not_draw(data: Snapshot) -> None:
    told = findings.findings(data.register)
    assert told
    for found in told:
        title = re.search("<h3[^>]*>(.+?)</h3>", html_text(charts.finding(data, found.chart)))
        assert title
        whole = choice.find(data.register, f"chart/{found.chart}")
        assert whole
        left_out = {one.label for one in whole.numbers} - {one.label for one in found.numbers}
        assert not [label for label in left_out if f" {label} " in f" {text(title[1])} "]


def test_numbers_share_a_verdict_only_where_all_of_them_come_to_it(data: Snapshot) -> None:
    held = html_text(chart_page.layout(data, chart_id="accounts")).partition('id="held"')[2]
    cards = [card for card in held.split('class="card"')[1:] if "/observations/boats-" in card]
    told = [(re.findall("/observations/(boats-[0-9]+)", card), "Disputed" in card) for card in cards]
    assert {disputed for _, disputed in told} == {True, False}
    for numbers, disputed in told:
        outcomes = [check.verdict for name in numbers for check in verdicts.of_number(data.register, name)]
        assert {verdict == codes.DISPUTED for verdict in outcomes} == {disputed}

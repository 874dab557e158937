"""Which charts the front page shows, in which order, and how they are shared out to its columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, product, takewhile

from dashboard.charts import findings
from dashboard.sections import charts
from dashboard.state.store import Snapshot
from validation import vocabulary
from validation.model import verdicts
from validation.model.observations import Observation

STRENGTH = tuple(vocabulary.CHART_KINDS)
"""Kinds of charts, those that tell most first."""

WHOLE = 400
"""A collection of so many numbers, stated and calculated, is shown whole."""

FIRST = 50
"""Of a larger one the charts with the first so many; what follows is fetched when the reader comes near."""

LARGE = 5_000
"""Of a collection of more numbers the charts are ranked by counts: to look into all of them takes seconds."""

TRIED_OUT = 10
"""Charts for which every way to share them out is tried."""

# Pixels of a card around its drawing, and how much longer one column may be before the charts go over the whole width.
_AROUND = 250
_UNEVEN = 1.5


def ranked(now: Snapshot) -> Mapping[str, list[str]]:
    """The keys of each topic's charts that set documents' numbers beside others: those that tell most first."""
    return now.once(_ranked)


def parted(now: Snapshot) -> tuple[Mapping[str, Sequence[str]], Mapping[str, list[str]]]:
    """The topics with the charts that are shown at once, at least one, and those that are shown when one comes near."""
    topics = ranked(now)
    if _many(now) <= WHOLE or not topics:
        return topics, {}
    first, *others = topics
    return {first: few(now, topics[first])}, {topic: topics[topic] for topic in others}


def few(now: Snapshot, keys: Sequence[str]) -> Sequence[str]:
    """Of charts the first, as many as have `FIRST` numbers together, but one; no more of them is looked into."""
    sizes = accumulate(len(charts.find(now, key).numbers) for key in keys)
    fitting = [key for key, _ in takewhile(lambda one: one[1] <= FIRST, zip(keys, sizes, strict=False))]
    return fitting or keys[:1]


def alone(now: Snapshot) -> list[Observation]:
    """The numbers of documents that no card draws; of a large collection none is looked for."""
    if _many(now) > LARGE:
        return []
    drawn = {one.id for keys in ranked(now).values() for key in keys for one in charts.find(now, key).numbers}
    return [one for one in now.register.observations if one.source.is_document and one.id not in drawn]


def context(now: Snapshot) -> list[str]:
    """The names of the charts of public statistics, which no document states."""
    shown = {key for keys in ranked(now).values() for key in keys}
    if _many(now) > LARGE:
        return [name for name in now.once(_counted, False) if f"brief/{name}" not in shown]
    return [name for name in charts.with_numbers(now) if f"brief/{name}" not in shown and _of_references(now, name)]


def columns(heights: Mapping[str, int]) -> list[list[str]]:
    """The charts shared out to two columns, the first to the left, so that these end as near together as can be.

    Of more than `TRIED_OUT` each goes where less is. None where one would end long before the other.
    """
    keys = list(heights)
    if len(keys) <= TRIED_OUT:
        halves = min(_ways(keys), key=lambda way: max(_length(half, heights) for half in way))
    else:
        halves = ([], [])
        for key in keys:
            min(halves, key=lambda half: _length(half, heights)).append(key)
    low, high = sorted(_length(half, heights) for half in halves)
    return [list(half) for half in halves] if low and high <= low * _UNEVEN else []


def _many(now: Snapshot) -> int:
    return len(now.register.observations) + len(now.register.derived)


def _ranked(now: Snapshot) -> dict[str, list[str]]:
    """As `ranked` says; where no chart does that, all that are drawn and have a document's number."""
    if _many(now) > LARGE:
        return _by_counts(now)
    names = [name for name in charts.with_numbers(now) if _is_drawn(now, name)]
    comparing = [name for name in names if findings.compares(now.register, charts.find(now, f"chart/{name}"))]
    topics: dict[str, list[str]] = {}
    for name in comparing or names:
        topics.setdefault(now.register.charts[name].topic, []).append(f"brief/{name}")
    found = {f"brief/{one.chart}": place for place, one in enumerate(findings.findings(now.register))}
    rank = lambda key: (found.get(key, len(found)), *_rank(now, key))  # noqa: E731
    ordered = {topic: sorted(keys, key=rank) for topic, keys in topics.items()}
    return dict(sorted(ordered.items(), key=lambda entry: rank(entry[1][0])))


def _by_counts(now: Snapshot) -> dict[str, list[str]]:
    """The charts with documents' numbers: with most that were held against something, then with most of all, first."""
    stated = now.once(_counted, True)
    held = Counter(check.number.indicator.chart.id for check in verdicts.checks(now.register))
    found = {one.chart: place for place, one in enumerate(findings.findings(now.register))}
    topics: dict[str, list[str]] = {}
    for name in sorted(stated, key=lambda name: (found.get(name, len(found)), -held[name], -stated[name])):
        topics.setdefault(now.register.charts[name].topic, []).append(f"brief/{name}")
    return topics


def _counted(now: Snapshot, of_documents: bool) -> Mapping[str, int]:
    """How many numbers of documents, or of references, each chart has that has any, in the order of the table."""
    register, rows = now.register, now.register["observations"]
    tellers = [source.id for source in register.sources.values() if source.is_document == of_documents]
    sound = rows["source_id"].isin(tellers) & rows["unit_id"].isin([*register.units]) & rows["value"].notna()
    counts = Counter[str]()
    for name, count in rows["indicator_id"][sound].value_counts().items():
        if indicator := register.indicators.get(str(name)):
            counts[indicator.chart.id] += int(count)
    return {name: counts[name] for name in register.charts if counts[name]}


def _is_drawn(now: Snapshot, name: str) -> bool:
    drawing = charts.find(now, f"chart/{name}")
    return drawing.kind != vocabulary.ALONE and not _of_references(now, name)


def _rank(now: Snapshot, key: str) -> tuple[int, int]:
    """How strong the kind of a chart is, and how many numbers it has."""
    drawing = charts.find(now, key)
    return STRENGTH.index(drawing.kind), -len(drawing.numbers)


def _of_references(now: Snapshot, name: str) -> bool:
    drawing = charts.find(now, f"chart/{name}")
    return drawing.kind == vocabulary.AS_SERIES or not any(one.told_by.is_document for one in drawing.numbers)


def _ways(keys: Sequence[str]) -> Iterable[tuple[list[str], list[str]]]:
    """Every way to share them out that leaves the first on the left; both keep their order."""
    for way in product((False, True), repeat=max(len(keys) - 1, 0)):
        right = {key for key, side in zip(keys[1:], way, strict=True) if side}
        yield [key for key in keys if key not in right], [key for key in keys if key in right]


def _length(half: Sequence[str], heights: Mapping[str, int]) -> int:
    return sum(_AROUND + heights[one] for one in half)

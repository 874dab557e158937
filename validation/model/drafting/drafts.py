"""The drafts of a document: for each numeral that is left a number, an event, or a reason to leave it out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from validation import vocabulary
from validation.language.numerals import Numeral
from validation.language.reading import places
from validation.language.reading.seen import Seen, flat
from validation.model import coverage
from validation.model.coverage import Claim
from validation.model.drafting import dating, leaving, observing, recorded, rows
from validation.model.drafting.draft import Draft, Ids, Row, pattern
from validation.model.drafting.leaving import Reason
from validation.model.drafting.rows import Made
from validation.model.drafting.scenes import Scene
from validation.model.register import Register
from validation.model.subjects import Source

# Characters on each side of a numeral that stand before it too where a passage is printed twice.
_AROUND = 40
_REPEATED = Reason(vocabulary.OF_REPEAT, vocabulary.LIKELY, "the words around it stand before, with the same number")


def drafts(register: Register, source_id: str) -> list[Draft]:
    """A draft for each numeral of a document that nothing accounts for, in the order of the text.

    Raises KeyError where the document is not here.
    """
    document, source = register.documents[source_id], register.sources[source_id]
    left = {mark.start for mark in coverage.marks(register, document) if mark.state == vocabulary.UNACCOUNTED}
    found = document.numerals
    ids, made, done = Ids(register), [], 0
    for at, (one, again) in enumerate(zip(found, _repeated(document.body, found), strict=True)):
        if one.start in left and one.start >= done:
            scene = Scene(source, document.seen, found, at)
            made.append(_draft(scene, rows.left_out(scene, _REPEATED) if again else _rows(register, scene, ids)))
            done = made[-1].end
    return made


def _rows(register: Register, scene: Scene, ids: Ids) -> Made:
    """What a numeral is, by the first that its words say."""
    if reason := _reason(scene):
        return rows.left_out(scene, reason)
    when = dating.absolute(scene) if scene.numeral.kind == places.DATE else dating.told_from_another(scene)
    return rows.dated(register, scene, when, ids) if when else rows.stated(register, scene, ids)


def _reason(scene: Scene) -> Reason | None:
    is_told = scene.numeral.kind != places.DATE and dating.told_from_another(scene)
    return None if is_told else leaving.reason(scene)


def _repeated(body: str, found: Sequence[Numeral]) -> Iterator[bool]:
    """Of each numeral whether it stands between the same words before, as those of a caption do."""
    before: set[str] = set()
    for one in found:
        around = body[max(0, one.start - _AROUND) : one.end + _AROUND]
        yield around in before
        before.add(around)


def _draft(scene: Scene, made: Made) -> Draft:
    one, why = scene.numeral, tuple(filter(None, made.why))
    place = (scene.source.id, one.start, made.end, one.text)
    return Draft(*place, made.kind, made.sure, why, tuple(made.rows), pattern(one.text), tuple(made.choices))


def ways(register: Register, source_id: str, start: int, end: int) -> Mapping[str, Draft]:
    """What the words at a place may be, by the codes of what becomes of a numeral, the likeliest first.

    A part of a numeral is taken for the whole, words around a numeral for one with it, words without one for a date.
    What accounts for them already comes first, as it stands, and the others would take its place. Raises KeyError for
    a document that is not here.
    """
    document = register.documents[source_id]
    scene = _scene(register.sources[source_id], document.seen, document.numerals, start, end)
    likely = _rows(register, scene, Ids(register))
    when = dating.told_from_another(scene) or dating.absolute(scene)
    others = (
        rows.stated(register, scene, Ids(register)),
        rows.dated(register, scene, when, Ids(register)),
        rows.left_out(scene, leaving.reason(scene) or leaving.otherwise(scene)),
    )
    found = {one.kind: _draft(scene, one) for one in (likely, *(one for one in others if one.kind != likely.kind))}
    claim = next((one for one in coverage.claims(register, source_id) if one.start < end and one.end > start), None)
    return _standing(register, found, claim) if claim else found


def is_change(register: Register, draft: Draft) -> bool:
    """Whether the words around a numeral say that it is of how much something changed."""
    document = register.documents[draft.source_id]
    scene = _scene(register.sources[draft.source_id], document.seen, document.numerals, draft.start, draft.end)
    return observing.said(register, scene, recorded.mates(register, scene)).change


def alike(register: Register, draft: Draft) -> Iterator[Draft]:
    """What can be left out together with a numeral that a draft leaves out, that one first.

    Where it is sure, all that are as surely left out for its reason; else what is left of its form, those open that may
    as well be numbers.
    """
    document, source = register.documents[draft.source_id], register.sources[draft.source_id]
    marks, numerals = coverage.marks(register, document), document.numerals
    left = [at for at, one in enumerate(marks) if one.state == vocabulary.UNACCOUNTED]
    kinds = {numerals[at].kind for at in left if numerals[at].start < draft.end and numerals[at].end > draft.start}
    for at in sorted(left, key=lambda at: (numerals[at].start < draft.start, at)):
        # What surely is left out is of one kind; to ask for the reason of all others would take seconds in a long text.
        if numerals[at].kind in kinds if draft.sure == vocabulary.SURE else pattern(numerals[at].text) == draft.pattern:
            scene = Scene(source, document.seen, numerals, at)
            reason = _reason(scene) or leaving.otherwise(scene)
            if draft.sure != vocabulary.SURE or (reason.sure, reason.why) == (draft.sure, draft.why[0]):
                yield _draft(scene, rows.left_out(scene, reason))


def _scene(source: Source, seen: Seen, numerals: Sequence[Numeral], start: int, end: int) -> Scene:
    """The first numeral that words at a place have of, as long as they are if they have all of it."""
    found = list(numerals)
    first = bisect_right(found, start, key=lambda one: one.end)
    last = bisect_left(found, end, lo=first, key=lambda one: one.start)
    words = flat(seen.raw[start:end])
    if first == last:
        found.insert(first, Numeral(start, end, words, places.DATE))
    elif start <= found[first].start and found[last - 1].end <= end:
        found[first:last] = [replace(found[first], start=start, end=end, text=words)]
    return Scene(source, seen, found, first)


def _standing(register: Register, found: Mapping[str, Draft], claim: Claim) -> Mapping[str, Draft]:
    """The drafts in place of the row that accounts for their numeral, that row itself the first of them."""
    draft, table = found[claim.state], found[claim.state].row.table
    row = Row(table, register.tables[table].cells.iloc[claim.row].fillna("").to_dict())
    now = replace(draft, sure=vocabulary.SURE, why=(), rows=(row,))
    others = (one for one in found.values() if one is not draft)
    return {one.kind: replace(one, stands=row) for one in (now, *others)}

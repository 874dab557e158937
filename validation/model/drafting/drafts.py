"""The drafts of a document: for each numeral that is left a number, an event, or a reason to leave it out."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from validation import vocabulary
from validation.language.numerals import Numeral
from validation.language.reading import places
from validation.language.reading.seen import flat
from validation.model import coverage
from validation.model.drafting import dating, leaving, rows
from validation.model.drafting.draft import Draft, Ids, pattern
from validation.model.drafting.leaving import Reason
from validation.model.drafting.rows import Made
from validation.model.drafting.scenes import Scene
from validation.model.register import Register

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
    is_date = scene.numeral.kind == places.DATE
    when = None if is_date else dating.told_from_another(scene)
    if when is None and (reason := leaving.reason(scene)):
        return rows.left_out(scene, reason)
    if is_date:
        when = dating.absolute(scene)
    return rows.dated(register, scene, when, ids) if when else rows.stated(register, scene, ids)


def _repeated(body: str, found: Sequence[Numeral]) -> Iterator[bool]:
    """Of each numeral whether it stands between the same words before, as those of a caption do."""
    before: set[str] = set()
    for one in found:
        around = body[max(0, one.start - _AROUND) : one.end + _AROUND]
        yield around in before
        before.add(around)


def _draft(scene: Scene, made: Made) -> Draft:
    one, why = scene.numeral, tuple(filter(None, made.why))
    return Draft(
        scene.source.id, one.start, made.end, one.text, made.kind, made.sure, why, tuple(made.rows), pattern(one.text)
    )


def ways(register: Register, source_id: str, start: int, end: int) -> Mapping[str, Draft]:
    """What the numeral at a place may be, by the codes of what becomes of it, the likeliest first.

    Where no numeral stands there the words themselves are taken for a date. Raises KeyError for a document that is not
    here.
    """
    document, ids = register.documents[source_id], Ids(register)
    found = list(document.numerals)
    at = next((at for at, one in enumerate(found) if one.start < end and one.end > start), None)
    if at is None:
        at = bisect(found, start, key=lambda one: one.start)
        found.insert(at, Numeral(start, end, flat(document.body[start:end]), places.DATE))
    scene = Scene(register.sources[source_id], document.seen, found, at)
    likely = _rows(register, scene, ids)
    when = dating.told_from_another(scene) or dating.absolute(scene)
    others = (
        rows.stated(register, scene, Ids(register)),
        rows.dated(register, scene, when, Ids(register)),
        rows.left_out(scene, leaving.reason(scene) or leaving.otherwise(scene)),
    )
    return {one.kind: _draft(scene, one) for one in (likely, *(one for one in others if one.kind != likely.kind))}

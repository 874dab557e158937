"""Names for what the register lacks, in the words of the document: the thing counted, what is measured, where."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from validation.language.reading.seen import flat
from validation.language.written import capitalized
from validation.model.drafting import cues, fitting
from validation.model.drafting.scenes import Scene

THINGS = "things"
"""What is counted where no word says it."""

_WORDS = 4
_PLAIN = re.compile(r"[^\W\d_][\w’'-]*")


def noun(scene: Scene, end: int) -> str:
    """The thing that is counted: the first plural behind the number, else the first word there."""
    words = [word.lower() for word in fitting.head(scene, end)]
    return next((word for word in words if cues.PLURAL.fullmatch(word)), words[0] if words else THINGS)


def measured(scene: Scene, end: int) -> str:
    """What a new indicator is called: what the number is of, or the words of its clause before it."""
    behind = flat(scene.body[end : scene.span[1]])
    if part := cues.OF.match(behind):
        return _few(_PLAIN.findall(cues.END_OF_GROUP.split(behind[part.end() :], maxsplit=1)[0])[:_WORDS])
    counted = fitting.head(scene, end)
    if any(cues.PLURAL.fullmatch(word) for word in counted):
        stop = next(place for place, word in enumerate(counted) if cues.PLURAL.fullmatch(word))
        return _few(counted[: stop + 1])
    before = re.split(r"[,;:(]", scene.before)[-1]
    while (less := cues.QUALIFIED.sub("", before)) != before:
        before = less
    return _few(_PLAIN.findall(before)[-_WORDS:] or counted or scene.words[:_WORDS])


def _few(words: list[str]) -> str:
    """Some words as a name, without those at its beginning that say nothing."""
    while len(words) > 1 and words[0].lower() in cues.COMMON:
        words = words[1:]
    return capitalized(" ".join(words)) or capitalized(THINGS)


def place(scene: Scene) -> str:
    """The name of a place before or behind the number in its sentence, else the one that the article names most."""
    for near in (cues.PLACE.findall(scene.before)[::-1], cues.PLACE.findall(scene.behind)):
        if near:
            return near[0]
    return _named_most(scene.body)


@lru_cache(4)
def _named_most(body: str) -> str:
    """Looked for once in an article: a long one has thousands of numbers."""
    named = Counter(cues.PLACE.findall(body))
    return named.most_common(1)[0][0] if named else ""

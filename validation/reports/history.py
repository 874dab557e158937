"""What changed from release to release, as each of them says, and since the last."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from validation.files import package, releases
from validation.files.releases import Damaged, Version
from validation.language.periods import Period
from validation.model import changes, register, retirement
from validation.model.changes import Change
from validation.model.register import Register
from validation.model.retirement import Retirement
from validation.reports import changed


@dataclass(frozen=True)
class Edition:
    """A version of the data and what changed since the one before; `version` is None while it is not released.

    `problem` says why a release could not be read, "" where it could.
    """

    version: Version | None
    day: Period | None = None
    changes: Sequence[Change] = ()
    problem: str = ""

    @property
    def name(self) -> str:
        """What addresses call it."""
        return str(self.version or UNRELEASED)


UNRELEASED = "unreleased"


def editions(register: Register) -> Sequence[Edition]:
    """The data now, where they are others than the last release, then each release, the newest first."""
    return register.once(_editions)


def of(register: Register, id: str) -> Sequence[tuple[Edition, Change]]:
    """What became of a number that was released, the newest first; of a renamed one under its earlier ids, too."""
    return [*_of_now(register, id), *register.once(_by_id).get(id, ())]


def _of_now(register: Register, id: str) -> Iterator[tuple[Edition, Change]]:
    """What became of it since the last release: of all others nobody asks on its page."""
    last = register.once(_last)
    if last is not None:
        gone = register.once(_since_last)
        yield from ((Edition(None), change) for change in changes.of_number(last, register, gone, id))


def _last(now: Register) -> Register | None:
    """The data of the last release; None where they are those now, or none can be read."""
    if now.release or not now.releases:
        return None
    try:
        return opened([*now.releases.values()][-1])
    except (Damaged, OSError):
        return None


def _since_last(now: Register) -> Retirement:
    last = now.once(_last)
    return retirement.between(last, now) if last else Retirement()


def since(old: Register, new: Register) -> Mapping[str, Change]:
    """What became of each thing of earlier data that is another now, by the id that it had; numbers before others."""
    found: dict[str, Change] = {}
    for one in changes.changes(old, new):
        if one.table in changes.NUMBERS or one.id not in found:
            found[one.id] = one
    return found


def gone(register: Register) -> Mapping[tuple[str, str], tuple[Version, str]]:
    """The ids that stand no more, by the kind of their thing: the last release that has it, and its id now, if any.

    What can't be known is left out: where no release is here, or it can't be read.
    """
    return register.once(_gone)


def _gone(now: Register) -> Mapping[tuple[str, str], tuple[Version, str]]:
    last = {row["id"]: now.before(row["version"]) for row in now.cells("retired")}
    found: dict[tuple[str, str], tuple[Version, str]] = {}
    for version in sorted({version for version in last.values() if version}):
        try:
            old = opened(now.releases[version])
        except (Damaged, OSError):
            continue
        between = retirement.between(old, now)
        for kind in retirement.ADDRESSED:
            for id in between.rows.get(kind, {}):
                if last[id] == version:
                    found[kind, id] = version, between.now(kind, id)
    return found


def opened(path: Path) -> Register:
    """The data of a release. Raises `Damaged`, or OSError where it can't be read."""
    return register.packed(releases.read(path))


def _editions(now: Register) -> Sequence[Edition]:
    released = [_edition(version, path) for version, path in now.releases.items()][::-1]
    return [*_unreleased(now), *released]


def _unreleased(now: Register) -> Iterator[Edition]:
    if now.release or not now.releases:
        return
    last = now.once(_last)
    if last is None:
        yield Edition(None, problem="the last release can’t be read")
    else:
        yield Edition(None, changes=changes.changes(last, now))


def _edition(version: Version, path: Path) -> Edition:
    try:
        about = package.of(releases.member(path, package.DESCRIPTOR) or b"{}")
        told = changed.read(releases.member(path, releases.CHANGES) or _NOTHING)
    except (ValueError, OSError) as error:
        return Edition(version, problem=str(error))
    return Edition(version, package.day(about), told.found)


_NOTHING = json.dumps({"old": "", "new": "", "changes": []}).encode()


def _by_id(now: Register) -> Mapping[str, Sequence[tuple[Edition, Change]]]:
    found: dict[str, list[tuple[Edition, Change]]] = {}
    for version, path in now.releases.items():
        edition = _edition(version, path)
        for one in edition.changes:
            found.setdefault(one.id, []).insert(0, (edition, one))
            if one.now:
                found[one.now] = found[one.id]
    return found

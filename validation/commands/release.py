"""`release`: the data frozen as a version of their own, or which version their changes ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from validation import vocabulary
from validation.commands import folders
from validation.commands.program import INVALID, VALID, Parser, Unable, say
from validation.files import edits, package, releases
from validation.files.releases import FIRST, Version
from validation.language.written import many
from validation.model import changes, register
from validation.model.changes import Change
from validation.model.register import Register
from validation.packing import archive
from validation.reports import changed
from validation.reports.changed import Changes
from validation.reports.report import check

CHANGELOG = "CHANGELOG.md"
HEAD = "# Changelog\n"


def run(parser: Parser, words: Sequence[str]) -> int:
    """Returns 0, 1 where the data are not valid; raises `Unable` where the version does not go with what changed."""
    parser.add_argument("version", metavar="VERSION", nargs="?", help="such as 1.1.0 (default: only say which)")
    parser.add_argument("--date", type=date.fromisoformat, help="the day of the release (default: today, in UTC)")
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    options = parser.parse_args(words)
    datasets, seeds = folders.datasets(options), folders.seeds(options)
    now, last = register.load(datasets, seeds), next(iter([*releases.released(datasets)][::-1]), None)
    if not now.once(check).valid:
        say("not valid: a release is made of valid data alone; run check, and mend what it finds\n")
        return INVALID
    found = _changes(datasets, last, now)
    asked = _asked(last, found)
    if options.version is None:
        say(f"{_why(last, found, asked)}\n")
        return VALID
    version = _fitting(options.version, last, found, asked, now)
    day = options.date or datetime.now(UTC).date()
    told = Changes(str(last or ""), str(version), found)
    for path in _freeze(datasets, now, version, day, told):
        say(f"written: {path}\n")
    return VALID


def _changes(datasets: Path, last: Version | None, now: Register) -> list[Change]:
    """What changed since the last release; nothing where there is none."""
    if last is None:
        return []
    try:
        return changes.changes(register.packed(releases.read(releases.released(datasets)[last])), now)
    except releases.Damaged as error:
        raise Unable(str(error)) from error


def _asked(last: Version | None, found: Sequence[Change]) -> Version | None:
    """The version that the changes ask for; None where nothing changed."""
    if last is None:
        return FIRST
    weight = changes.asked(found)
    return last.next(weight) if weight else None


def _why(last: Version | None, found: Sequence[Change], asked: Version | None) -> str:
    if last is None:
        return f"nothing is released yet: the first version is {asked}"
    if asked is None:
        return f"nothing changed since {last}"
    weight = changes.asked(found)
    first = next(one for one in found if one.weight == weight)
    count = changes.counted(found)[weight]
    others = f", and {many(count - 1, 'other')} of this weight" if count > 1 else ""
    return f"{asked}: {vocabulary.WEIGHTS[weight].words} ({weight}): {changed.told(first)}{others}"


def _fitting(text: str, last: Version | None, found: Sequence[Change], asked: Version | None, now: Register) -> Version:
    """The version that is asked for. Raises `Unable` where it is none, or is not what the changes ask for."""
    version = releases.version(text)
    if version is None:
        raise Unable(f"{text} must be a version such as {asked or FIRST}")
    if asked is None:
        raise Unable(f"nothing changed since {last}: there is nothing to release")
    if version < asked:
        raise Unable(f"{version} must be {asked} or later: {_why(last, found, asked)}")
    for one in found:
        if one.kind in (vocabulary.RENAMED, vocabulary.WITHDRAWN):
            _is_named(version, now, one.id)
    return version


def _is_named(version: Version, now: Register, id: str) -> None:
    """Raises `Unable` where what is newly retired is said to be so in another version."""
    said = next(row["version"] for row in now.cells("retired") if row["id"] == id)
    if said != str(version):
        raise Unable(f"retired.csv must have {version} as the version of {id}, the first without it, not {said}")


def _freeze(datasets: Path, now: Register, version: Version, day: date, told: Changes) -> list[Path]:
    """Writes the changelog, what datapackage.json says, and the release itself, that last."""
    stamp = {"version": str(version), "dataVersion": now.version, "created": f"{day.isoformat()}T00:00:00Z"}
    about = {**now.about, **stamp}
    log, path = datasets.parent / CHANGELOG, datasets / releases.FOLDER / f"{version}.zip"
    path.parent.mkdir(exist_ok=True)
    section = _section(version, day, told, now)
    frozen = replace(now, about=about, releases={**now.releases, version: path})
    written = {
        log: _with(log.read_text(encoding="utf-8") if log.exists() else HEAD, section).encode(),
        datasets / package.DESCRIPTOR: package.descriptor(about).encode(),
        path: archive.zipped(archive.files(frozen, {releases.CHANGES: changed.as_json(told).encode()})),
    }
    for path, data in written.items():
        edits.write(path, data)
    return list(written)


def _section(version: Version, day: date, told: Changes, now: Register) -> str:
    """What the changelog says of the values of a version."""
    lines = [f"## {version} ({day.isoformat()})", "", "### Values", ""]
    if not told.old:
        stated, calculated = len(now.observations), len(now.derived)
        lines.append(f"- First release: {many(stated, 'number')} stated, {calculated:,} calculated.")
    for one in told.found:
        lines.append(f"- {changed.told(one)}")
        lines += [
            f"  - {each.name}: {each.before or changed.NONE} → {each.after or changed.NONE}" for each in one.aspects
        ]
        lines += [f"  - moved by {', '.join(one.because)}"] if one.because else []
    return "\n".join([*lines, ""])


def _with(log: str, section: str) -> str:
    """A changelog with a section before the first that it has."""
    head, mark, rest = log.partition("\n## ")
    return f"{head.rstrip()}\n\n{section}{mark}{rest}" if mark else f"{head.rstrip()}\n\n{section}"

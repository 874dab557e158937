"""`release`: the data frozen as a version of their own, or which version their changes ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from validation import vocabulary
from validation.commands import diff, folders
from validation.commands.program import INVALID, VALID, Parser, Unable, say
from validation.files import edits, package, releases
from validation.files.releases import FIRST, Version
from validation.language import periods
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
    report = now.once(check)
    if not report.valid:
        first = next(finding for finding in report.findings if finding.level == vocabulary.ERROR)
        say(f"not valid: a release is made of valid data alone; the first error: {first.where}: {first.message}\n")
        return INVALID
    old = diff.read(str(last), datasets) if last else None
    found = changes.changes(old, now) if old else []
    asked = _asked(last, found)
    if options.version is None:
        say(f"{_why(last, found, asked)}\n")
        return VALID
    version = _fitting(options.version, last, found, asked)
    day = options.date or datetime.now(UTC).date()
    if old:
        _follows(version, day, old, now)
    told = Changes(str(last or ""), str(version), found)
    for path in _freeze(datasets, now, version, day, told):
        say(f"written: {path}\n")
    return VALID


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


def _fitting(text: str, last: Version | None, found: Sequence[Change], asked: Version | None) -> Version:
    """The version that is asked for. Raises `Unable` where it is none, or is not what the changes ask for."""
    version = releases.version(text)
    if version is None:
        raise Unable(f"{text} must be a version such as {asked or FIRST}")
    if asked is None:
        raise Unable(f"nothing changed since {last}: there is nothing to release")
    if version < asked:
        raise Unable(f"{version} must be {asked} or later: {_why(last, found, asked)}")
    return version


def _follows(version: Version, day: date, old: Register, now: Register) -> None:
    """Raises `Unable` where the day is before the last release's, or a newly retired id has another version."""
    before = package.day(old.about)
    if before and periods.read(day.isoformat()).first < before.first:
        raise Unable(f"the day must be {before.edtf}, when the last version was released, or later, not {day}")
    known = {row["id"] for row in old.cells("retired")}
    for row in now.cells("retired"):
        if row["id"] not in known and row["version"] != str(version):
            told = f"retired.csv must have {version} as the version of {row['id']}, the first without it"
            raise Unable(f"{told}, not {row['version']}")


def _freeze(datasets: Path, now: Register, version: Version, day: date, told: Changes) -> list[Path]:
    """Writes the changelog, what datapackage.json says, and the release itself, that last."""
    stamp = {"version": str(version), "dataVersion": now.version, "created": f"{day.isoformat()}T00:00:00Z"}
    about = {**now.about, **stamp}
    log, path = datasets.parent / CHANGELOG, datasets / releases.FOLDER / f"{version}.zip"
    path.parent.mkdir(exist_ok=True)
    values = _values(told, now)
    frozen = replace(now, about=about, releases={**now.releases, version: path})
    written = {
        log: _with(log.read_text(encoding="utf-8") if log.exists() else HEAD, version, day, values).encode(),
        datasets / package.DESCRIPTOR: package.descriptor(about).encode(),
        path: archive.zipped(archive.files(frozen, {releases.CHANGES: changed.as_json(told).encode()})),
    }
    for path, data in written.items():
        edits.write(path, data)
    return list(written)


def _values(told: Changes, now: Register) -> str:
    """What the changelog says of the values of a version."""
    lines = [VALUES, ""]
    if not told.old:
        stated, calculated = len(now.observations), len(now.derived)
        lines.append(f"- First release: {many(stated, 'number')} stated, {calculated:,} calculated.")
    for one in told.found:
        lines.append(f"- {changed.escaped(changed.told(one))}")
        lines += [f"  - {each.name}: {_side(each.before)} → {_side(each.after)}" for each in one.aspects]
        lines += [f"  - moved by {', '.join(one.because)}"] if one.because else []
    return "\n".join([*lines, ""])


VALUES = "### Values"


def _side(words: str) -> str:
    return changed.escaped(changed.cell(words))


def _with(log: str, version: Version, day: date, values: str) -> str:
    """A changelog with the values of a version: in its section if it has one, in a new one before all others else."""
    heading = f"## {version} ({day.isoformat()})"
    found = re.search(rf"^## {re.escape(str(version))}\b.*\n", log, re.MULTILINE)
    if not found:
        head, mark, rest = log.partition("\n## ")
        return f"{head.rstrip()}\n\n{heading}\n\n{values}{mark}{rest}"
    before, (section, mark, rest) = log[: found.start()], log[found.end() :].partition("\n## ")
    kept = re.sub(rf"^{VALUES}\n.*?(?=^### |\Z)", "", section, count=1, flags=re.MULTILINE | re.DOTALL).strip()
    return f"{before}{heading}\n\n{values}" + (f"\n{kept}\n" if kept else "") + mark + rest

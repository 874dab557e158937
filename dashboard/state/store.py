"""The data now: one snapshot at a time, handed to whoever asks for it, replaced when the files are others."""

from __future__ import annotations

import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Protocol, TypeVar

from validation.files import releases
from validation.files.folders import Seen, looks
from validation.language.written import many
from validation.model import coverage, register
from validation.model.memoized import Memoized
from validation.model.register import Register
from validation.reports.report import Report, check, report
from validation.sharing import engines, running
from validation.sharing.examining import Examined
from validation.sharing.shares import shares

KEPT = 16_000_000
"""Of pages and figures there is no end: the last so many bytes are kept as they were made."""

PAUSE = 0.25
"""Seconds between looks at the files, and for which a file must be left alone before it is read."""


class Sized(Protocol):
    """What is kept: bytes to send."""

    @property
    def data(self) -> bytes:
        """The bytes."""
        ...


Made = TypeVar("Made", bound=Sized)


class Kept:
    """The last things that were made, by their key, up to so many bytes of them; compressed they add a fifth or so."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._size = 0
        self._things: OrderedDict[Hashable, Sized] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made for the key, else what `make` returns: who asks meanwhile waits for it."""
        found = self._found(key)
        return self._made(key, make) if found is None else found

    def _made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        with self._lock:
            making = self._making.setdefault(key, Lock())
        try:
            with making:
                found = self._found(key)
                if found is None:
                    found = make()
                    self._keep(key, found)
                return found
        finally:
            with self._lock:
                self._making.pop(key, None)

    def _found(self, key: Hashable) -> Made | None:
        with self._lock:
            if key in self._things:
                self._things.move_to_end(key)
            return self._things.get(key)  # ty: ignore[invalid-explicit-return]

    def _keep(self, key: Hashable, made: Sized) -> None:
        with self._lock:
            self._things[key] = made
            self._size += len(made.data)
            while self._size > self._most and self._things:
                _, oldest = self._things.popitem(last=False)
                self._size -= len(oldest.data)


@dataclass(frozen=True, eq=False)
class Snapshot(Memoized):
    """One version of the data, with what has been made of it so far.

    `problem` says why newer data were refused while these are kept, `refused` what the validation says of those;
    both are empty when these are the newest. `draft` is whether they are shown though they may not be valid. `now` are
    the data now where these are a release's, and None where they are those themselves.
    """

    register: Register
    problem: str = ""
    refused: Report | None = None
    draft: bool = False
    now: Register | None = None

    @property
    def version(self) -> str:
        """What names the data, the same in every process."""
        return self.register.version

    @cached_property
    def stamp(self) -> str:
        """What names the data that are shown: others than before if the documents or the title are others, too."""
        texts = {name: text.sha256 for name, text in self.register.documents.items()}
        return _hash([self.version, self.register.about, texts, [*map(str, self.register.releases)]])

    @cached_property
    def state(self) -> str:
        """What names the pages that are made of it: the data, and all that is said of newer ones."""
        findings = [] if self.refused is None else [*map(str, self.refused.findings)]
        now = self.now.version if self.now else ""
        return _hash([self.stamp, self.problem, findings, self.draft, now])

    @property
    def title(self) -> str:
        """The collection's name, as the header and the browser's tab show it."""
        return self.register.title

    @property
    def report(self) -> Report:
        """What the validation says of the data and of the documents that are here."""
        return self.register.once(check)

    @property
    def health(self) -> dict[str, str]:
        """Which data are shown, and what is wrong with newer ones."""
        findings = "/validation#refused" if self.refused else ""
        return {"version": self.version, "state": self.state, "problem": self.problem, "findings": findings}

    @cached_property
    def kept(self) -> Kept:
        """The last pages and figures that were made of it."""
        return Kept(KEPT)


class Store:
    """Holds the current snapshot, and the one before. Ask for it at each request and never keep it: it is replaced.

    `load` reads the files, `look` says what they look like; where there is no `look` they never change.
    """

    def __init__(self, load: Callable[[], Snapshot], look: Callable[[], Seen] = lambda: None) -> None:
        self._load, self._look = load, look
        self._read = self._last = look()
        self._current = load()
        self._before = self._current

    def current(self) -> Snapshot:
        """The data now."""
        return self._current

    def put(self, newer: Snapshot) -> None:
        """Hands these out from now on."""
        if newer.stamp != self._current.stamp:
            self._before = self._current
        self._current = newer

    def of(self, stamp: str) -> Snapshot | None:
        """The data that `stamp` names, if they are those now or those before: pages of these may still be open."""
        return next((data for data in (self._current, self._before) if data.stamp == stamp), None)

    def refresh(self) -> None:
        """Reads the files if they have changed and were left alone since the last look.

        Where what is read can't be shown the data stay as they are, with the problem said.
        """
        seen = self._look()
        settled, self._last = seen == self._last, seen
        if not settled or seen == self._read:
            return
        newer = self._newer()
        if self._look() == seen:  # else something was written while it was read
            self._read = seen
            if newer.state != self._current.state:
                self.put(newer)

    def watch(self, ready: Callable[[], object]) -> Event:
        """Looks at the files again and again until the event is set; `ready` is run for these data and for newer."""
        ended = Event()
        Thread(target=self._watch, args=(ready, ended), name="watch", daemon=True).start()
        return ended

    def _watch(self, ready: Callable[[], object], ended: Event) -> None:
        data = None
        while not ended.wait(PAUSE):
            try:
                self.refresh()
                if self._current is not data:
                    data = self._current
                    ready()
            except Exception:  # or nothing would be followed any more
                logging.getLogger(__name__).exception("the files could not be looked at")

    def _newer(self) -> Snapshot:
        """What the files hold now; where that can't be shown, the data as they are, and why."""
        good = self._current
        try:
            newer = self._load()
            if newer.draft or newer.report.valid:
                return newer
            return replace(good, problem=why(newer.report), refused=newer.report)
        except Exception as error:  # whatever it is, readers keep what they have
            logging.getLogger(__name__).exception("the files could not be read")
            return replace(good, problem=f"they could not be read ({type(error).__name__})", refused=None)


def _hash(parts: list[object]) -> str:
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()[:12]


def why(report: Report) -> str:
    """The first of the errors, and how many there are."""
    first = next(finding for finding in report.findings if finding.level == "error")
    return f"{many(int(report.summary['errors']), 'error')}, the first: {first.where}: {first.message}"


def open_store(datasets: Path, seeds: Path | None, *, draft: bool = False) -> Store:
    """The collection in two folders, followed as its files change."""
    released = datasets / releases.FOLDER
    return Store(lambda: load(datasets, seeds, draft=draft), lambda: looks(datasets, seeds, released))


def load(datasets: Path, seeds: Path | None, *, draft: bool = False) -> Snapshot:
    """The collection in two folders as it is now; where there is much to read, it is known what the rules say of it."""
    tables = register.tables(datasets)
    loaded = register.with_documents(tables, seeds)
    parts = shares(tables, seeds)
    if engine := engines.fitting(sum(part.weight for part in parts)):
        _examine(loaded, lambda: running.read(tables, parts, datasets, seeds, engine))
    return Snapshot(loaded, draft=draft)


def _examine(loaded: Register, read: Callable[[], Examined]) -> None:
    """Has other processes say what is wrong; where they fail it is found when it is asked for."""
    try:
        found = report(loaded, read())
    except engines.Failed as error:
        logging.getLogger(__name__).warning("%s", error)
    else:
        loaded.known(found, check)
        coverage.know(loaded, found.coverage)

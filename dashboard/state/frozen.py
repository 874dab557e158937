"""A release as a store: the data as they were, beside the data now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from dashboard.state.store import Snapshot, Store
from validation.files.documents import Document
from validation.files.releases import Version
from validation.model.register import Register
from validation.reports import history

WHERE = ("homepage",)
"""What is said of where the data are read, which is not what was released."""


class Frozen(Store):
    """The data of a release, which never change; what they are held against is the data now, of another store.

    Raises `Damaged` or OSError where the release can't be read.
    """

    def __init__(self, live: Store, version: Version, path: Path) -> None:
        self._live, self._now = live, live.current().register
        opened = history.opened(path)
        about = {**opened.about, **{key: self._now.about[key] for key in WHERE if key in self._now.about}}
        released = replace(opened, about=about, releases={version: path})
        documents = _kept(released, self._now.documents)
        super().__init__(lambda: Snapshot(replace(released, documents=documents), now=self._now))

    def current(self) -> Snapshot:
        """The release, as it stands to the data now."""
        now = self._live.current().register
        if now is not self._now:
            self._now = now
            self.put(replace(super().current(), now=now))
        return super().current()


def _kept(released: Register, documents: Mapping[str, Document]) -> dict[str, Document]:
    """The documents that are what they were: the same text, which ends where it ended."""
    of = released.sources
    return {
        name: one
        for name, one in documents.items()
        if name in of and (one.sha256, one.body_end) == (of[name].sha256, of[name].article_end) and one.unchanged
    }

"""A page as it is sent or put into a file: its content in its frame, with all that its head says."""

from __future__ import annotations

from collections.abc import Collection

from dashboard.state.store import Snapshot
from dashboard.web import document, shell
from dashboard.web.bodies import Body
from dashboard.web.document import About, Where
from dashboard.web.site import Shown, entitled
from dashboard.web.visits import current_visit
from validation.model import citations
from validation.packing import dataset

EMBEDDED = "/embed/"
"""What the paths of pages begin with that stand in frames of other people's."""


def written(shown: Shown, data: Snapshot, path: str, paths: Collection[str], where: Where, picture: str = "") -> Body:
    """The HTML of a page at a path; `paths` are the addresses that exist, `picture` is shown where it is passed on."""
    framed = shell.frame(data, shown.content, paths, path)
    where = where._replace(embedded=path.startswith(EMBEDDED))
    about = _about(shown, data, path, picture)
    return Body(document.page(entitled(shown.title, data), framed, where, about).encode(), "page.html")


def _about(shown: Shown, data: Snapshot, path: str, picture: str) -> About:
    register, visit = data.register, current_visit()
    return About(
        shown.title or register.question,
        shown.about or register.about.get("description", ""),
        register.title,
        citations.address(register, visit, path),
        picture,
        shown.alternate,
        dataset.embedded(register, citations.base_of(register, visit)) if path == "/" else "",
    )

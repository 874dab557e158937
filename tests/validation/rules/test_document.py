"""Documents that have to be there."""

from __future__ import annotations

from tests.validation.rules.asking import Folders, change
from validation.findings import Fault
from validation.model.register import load
from validation.rules.document import documents_are_there


def absent(folders: Folders) -> list[Fault]:
    register = load(*folders)
    return list(documents_are_there(register, register.documents.keys()))


def test_each_document_that_is_absent_is_found_at_its_row(bees):
    (bees[1] / "letter.txt").unlink()
    (fault,) = absent(bees)
    assert (fault.row, fault.value) == (1, "letter.txt")
    assert fault.message == "letter.txt must be in the seeds folder, and is not"


def test_one_without_a_file_is_told_by_its_id(bees):
    change(bees, "sources", "letter-on-bees", file="")
    (fault,) = absent(bees)
    assert fault.message == "letter-on-bees must be in the seeds folder, and is not"

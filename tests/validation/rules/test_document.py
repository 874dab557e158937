"""Documents that have to be there."""

from __future__ import annotations

from tests.validation.rules.asking import change, faults
from validation.rules.document import documents_are_there


def test_each_document_that_is_absent_is_found_at_its_row(bees):
    (bees[1] / "letter.txt").unlink()
    (fault,) = faults(documents_are_there, bees)
    assert (fault.row, fault.value) == (1, "letter.txt")
    assert fault.message == "letter.txt must be in the seeds folder, and is not"


def test_one_without_a_file_is_told_by_its_id(bees):
    change(bees, "sources", "letter-on-bees", file="")
    (fault,) = faults(documents_are_there, bees)
    assert fault.message == "letter-on-bees must be in the seeds folder, and is not"

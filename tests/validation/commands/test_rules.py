"""`rules`: the catalog in each form, and in a page that has a place for it."""

from __future__ import annotations

import pytest

from validation.commands.main import main
from validation.reports import catalog


@pytest.mark.parametrize(
    ("options", "made"),
    [
        ([], catalog.text),
        (["--format", "text"], catalog.text),
        (["--format", "json"], catalog.as_json),
        (["--format", "markdown"], catalog.markdown),
    ],
)
def test_rules_are_listed_without_a_collection(tmp_path, monkeypatch, capsys, options, made):
    monkeypatch.chdir(tmp_path)
    assert main(["rules", *options]) == 0
    assert capsys.readouterr().out == made()


def test_a_page_with_marks_keeps_what_is_around_them(tmp_path):
    page = tmp_path / "README.md"
    page.write_text(f"# A\n{catalog.MARKS[0]}{catalog.MARKS[1]}\nB\n", encoding="utf-8")
    assert main(["rules", "--format", "markdown", "--output", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert written.startswith("# A\n")
    assert written.endswith("\nB\n")
    assert catalog.markdown() in written


def test_a_page_that_is_no_utf_8_is_left_as_it_is(tmp_path, capsys):
    page = tmp_path / "README.md"
    page.write_bytes(b"caf\xe9")
    assert main(["rules", "--format", "markdown", "--output", str(page)]) == 2
    assert "README.md must be UTF-8" in capsys.readouterr().err
    assert page.read_bytes() == b"caf\xe9"


def test_a_form_of_reports_is_none_of_rules(capsys):
    assert main(["rules", "--format", "sarif"]) == 2
    assert "there is no form sarif; there are text, json, markdown" in capsys.readouterr().err

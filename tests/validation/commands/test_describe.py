"""`describe`: what follows from the schemas is written anew, what the collection says of itself is kept."""

from __future__ import annotations

import json

from validation.commands.main import main


def test_it_keeps_what_the_collection_says_of_itself(bees, capsys):
    path = bees / "datasets" / "datapackage.json"
    before = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**before, "resources": []}), encoding="utf-8")
    assert main(["describe"]) == 0
    assert json.loads(path.read_text(encoding="utf-8")) == before
    assert capsys.readouterr().out == "written: datasets/datapackage.json\nwritten: datasets/README.md\n"


def test_a_description_that_cannot_be_read_is_not_lost(bees, capsys):
    path = bees / "datasets" / "datapackage.json"
    path.write_text('{"title": "Bees",}', encoding="utf-8")
    assert main(["describe"]) == 2
    assert "datasets/datapackage.json must be JSON: " in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == '{"title": "Bees",}'


def test_what_cannot_be_written_exits_2_with_a_line(bees, capsys):
    (bees / "datasets" / "README.md").unlink()
    (bees / "datasets" / "README.md").mkdir()
    assert main(["describe"]) == 2
    assert capsys.readouterr().err == "python -m validation describe: datasets/README.md: Is a directory\n"

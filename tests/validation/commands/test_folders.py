"""The folders that are named, or those that are there."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from validation.commands import folders
from validation.commands.program import Unable
from validation.files import package as packaging


def options(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    folders.add_datasets(parser)
    folders.add_seeds(parser)
    return parser.parse_args(words)


def test_a_folder_that_is_named_must_be_there(bees):
    (bees / "other").mkdir()
    named = options("--datasets", "other", "--seeds", "other")
    assert folders.datasets(named) == folders.seeds(named) == Path("other")
    with pytest.raises(Unable, match="--datasets: there is no folder nowhere"):
        folders.datasets(options("--datasets", "nowhere"))
    with pytest.raises(Unable, match="--seeds: there is no folder nowhere"):
        folders.seeds(options("--seeds", "nowhere"))


def test_without_a_name_it_is_the_folder_here(bees):
    assert folders.datasets(options()) == Path("datasets")
    assert folders.seeds(options()) == Path("seeds")


def test_without_a_folder_here_it_is_the_shipped_one_and_no_documents(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packaging, "SHIPPED", tmp_path / "shipped")
    assert folders.seeds(options()) is None
    with pytest.raises(Unable, match="shipped"):
        folders.datasets(options())
    (tmp_path / "shipped").mkdir()
    assert folders.datasets(options()) == tmp_path / "shipped"

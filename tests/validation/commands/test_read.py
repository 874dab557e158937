"""`read`: any text, from a file or from standard input, as lines or as JSON."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from validation.commands import main as command

TEXT = "Keepers counted 1.2m hives; nearly one\nmillion boxes, up 41.3 % in Q4 2019. Costs were 1.234,56."


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = command.main(["read", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, encoding="utf-8", newline="")
    return str(path)


def test_each_numeral_is_an_object(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, text, "--format", "json")
    (hives, boxes, growth, quarter, costs) = json.loads(out)["numerals"]
    assert code == 0
    assert list(hives) == ["start", "end", "printed", "kind", "value", "upper", "qualifier", "unit", "period"]
    assert (hives["printed"], hives["value"], hives["unit"]) == ("1.2m", None, "m")
    assert (boxes["printed"], boxes["value"], boxes["qualifier"]) == ("one million", "1000000", "nearly")
    assert TEXT[boxes["start"] : boxes["end"]] == "one\nmillion"
    assert (growth["value"], growth["unit"], growth["kind"]) == ("41.3", "%", "number")
    assert (quarter["period"], quarter["kind"], quarter["value"]) == ("2019-36", "date", None)
    assert (costs["printed"], costs["value"], costs["kind"]) == ("1.234,56", None, "number")


def test_each_numeral_is_a_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, text)
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["16", "number", "m:", "a", "scale", "or", "a", "unit", "1.2m"],
        ["35", "number", "nearly", "1000000", "one", "million"],
        ["57", "number", "41.3", "%", "41.3", "%"],
        ["67", "date", "2019-36", "Q4", "2019"],
        ["87", "number", "can't", "be", "read", "whole", "1.234,56"],
    ]


def test_standard_input_is_read_where_no_file_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ([], ["-"]):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("über 1.000 Euro".encode())))
        code, out, _ = run(capsys, *words, "--language", "de", "--format", "json")
        assert code == 0
        assert [one["value"] for one in json.loads(out)["numerals"]] == ["1000"]


def test_a_language_whose_words_are_not_read_says_so(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, text, "--language", "de")[1].endswith("de: digits only, its words are not read\n")


def test_what_can_not_be_read_is_told_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"caf\xe9 5")
    assert run(capsys, str(odd))[0::2] == (
        2,
        f"python -m validation read: {odd} must be UTF-8, but its byte 3 is not; save it as UTF-8\n",
    )
    code, _, err = run(capsys, str(tmp_path / "none.txt"))
    assert (code, "No such file" in err, err.count("\n")) == (2, True, 1)

"""What is sent: compressed once, unchanged or in part, by its name."""

from __future__ import annotations

import gzip
from typing import Any

import brotli
import pytest
from flask import Flask

from dashboard.web import bodies
from dashboard.web.bodies import Body, download, respond

TEXT = Body(b"herring " * 200, "catch.csv")


def answer(body: Body, headers: dict[str, str], **options: Any) -> Any:
    with Flask(__name__).test_request_context("/", headers=headers):
        return respond(body, **options)


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, zstd", "zstd"),
        ("gzip", "gzip"),
        ("br;q=0.1, gzip", "gzip"),
        ("br;q=0", None),
        ("*", "br"),
        ("", None),
        ("nonsense;;q=x", None),
    ],
)
def test_a_text_is_compressed_as_is_asked(accepted: str, coding: str | None) -> None:
    response = answer(TEXT, {"Accept-Encoding": accepted})
    read = {"br": brotli.decompress, "gzip": gzip.decompress, "zstd": bodies.zstd.decompress, None: bytes}[coding]
    assert response.headers.get("Content-Encoding") == coding
    assert read(response.data) == TEXT.data
    assert response.headers["Vary"] == "Accept-Encoding"


def test_it_is_compressed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    body, asked = Body(b"eels " * 200, "eels.txt", "text/plain"), []
    monkeypatch.setattr(bodies.brotli, "compress", lambda data, quality: asked.append(quality) or b"small")
    assert [answer(body, {"Accept-Encoding": "br"}).data for _ in range(3)] == [b"small"] * 3
    assert len(asked) == 1


@pytest.mark.parametrize("body", [Body(b"x" * 499, "a.csv"), Body(b"x" * 5000, "a.zip"), Body(b"x" * 5000, "a.woff2")])
def test_what_would_not_get_smaller_is_sent_as_it_is(body: Body) -> None:
    assert "Content-Encoding" not in answer(body, {"Accept-Encoding": "br"}).headers


def test_each_coding_has_its_etag() -> None:
    etags = {answer(TEXT, {"Accept-Encoding": coding}).headers["ETag"] for coding in ("", "br", "gzip", "zstd")}
    assert len(etags) == 4
    for coding in ("", "br"):
        etag = answer(TEXT, {"Accept-Encoding": coding}).headers["ETag"]
        again = answer(TEXT, {"Accept-Encoding": coding, "If-None-Match": etag})
        assert (again.status_code, again.headers["ETag"]) == (304, etag)


def test_a_refusal_is_never_unchanged() -> None:
    etag = answer(TEXT, {}).headers["ETag"]
    assert answer(TEXT, {"If-None-Match": etag}, status=404).status_code == 404


def test_a_part_is_sent_of_what_is_not_compressed() -> None:
    archive = Body(b"0123456789" * 100, "catch.zip")
    part = answer(archive, {"Range": "bytes=3-5", "Accept-Encoding": "br"})
    assert (part.status_code, part.get_data()) == (206, b"345")


def test_a_download_has_its_name() -> None:
    with Flask(__name__).test_request_context("/"):
        headers = download(Body(b"", "größe.csv")).headers
    assert headers["Content-Disposition"] == "attachment; filename=\"groe.csv\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.csv"
    assert headers["Link"] == '</about>; rel="describedby"'

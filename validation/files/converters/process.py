"""A conversion in a process of its own, with limits of time and memory: a file may be made to take all of both."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from validation.files.converters.converted import Converted, Refused

PROGRAM = "validation.files.converters"
_PACKAGES = Path(__file__).parents[3]


@dataclass(frozen=True)
class Limits:
    """Seconds, and bytes of address space where the system sets a limit to it."""

    seconds: float = 60
    memory: int = 2**30


LIMITS = Limits()


def converted(data: bytes, name: str, encoding: str = "", limits: Limits = LIMITS) -> Converted:
    """A file of that name as a document. Raises `Refused`, and leaves no process behind."""
    asked = json.dumps({"name": name, "encoding": encoding, **asdict(limits)}).encode() + b"\n"
    # Not from the folder that it runs in, where anything may lie.
    command = [sys.executable, "-P", "-m", PROGRAM]
    paths = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            command,
            input=asked + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": paths},
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refused(
            f"it takes longer than {limits.seconds:g} s", "save its text as a file, or a part of it"
        ) from None
    return _answer(done.stdout)


def _answer(said: bytes) -> Converted:
    try:
        answer: dict[str, Any] = json.loads(said)
    except ValueError:  # it was ended in the middle: out of memory where nothing could be said any more, or a fault
        raise Refused(
            "its conversion took too much memory, or broke off", "save it anew, or its text as a file"
        ) from None
    if "refused" in answer:
        why, hint = answer["refused"]
        raise Refused(why, hint)
    inferred, remarks = tuple(answer["inferred"]), tuple(answer["remarks"])
    return Converted(answer["text"], answer["suffix"], answer["by"], answer["said"], inferred, remarks)


def answer() -> None:
    """What the process itself does: reads a request and a file, and writes what comes of it."""
    asked = json.loads(sys.stdin.buffer.readline())
    _limit(asked["memory"], asked["seconds"])
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # libraries may say something
    from validation.files.converters import kinds

    try:
        said = asdict(kinds.converted(sys.stdin.buffer.read(), asked["name"], asked["encoding"]))
    except Refused as error:
        said = {"refused": error.args}
    with output:
        output.write(json.dumps(said).encode())


def _limit(memory: int, seconds: float) -> None:
    """Sets the limits that the system has; that of time holds even where nobody waits any more."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # macOS has no limit of address space
            continue

"""A check by two processes whose tables take a minute: something to interrupt."""

from __future__ import annotations

import signal
import sys
import time
from typing import Any
from unittest.mock import patch

from validation.commands.main import run_alone
from validation.sharing import running


def slow(*arguments: Any) -> Any:
    """Says that it goes on, and takes its time."""
    print("begun", flush=True)
    time.sleep(60)


if __name__ == "__main__":
    datasets, seeds = sys.argv[1:]
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a test in the background would not hear it
    with patch.object(running, "_tables", slow):
        sys.exit(run_alone(["check", "--datasets", datasets, "--seeds", seeds, "--workers", "2"]))

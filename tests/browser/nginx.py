"""nginx, the reverse proxy that the dashboard is tried behind: got where there is none, and run on a free port."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ADVICE = "no nginx for the test behind a proxy: install it (Debian: apt-get install nginx-light)"

CONFIGURATION = """
daemon off;
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    location {location} {{
      proxy_pass {target};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
    }}
  }}
}}
"""


def path() -> str | None:
    """Where it is; Debian keeps it where a user's PATH need not look."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def obtain() -> str | None:
    """Where it is, installed first where there is none and that may be done."""
    if path() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install = "apt-get update && apt-get install -y --no-install-recommends nginx-light"
        subprocess.run(["sh", "-c", install], stdin=subprocess.DEVNULL, stdout=sys.stderr)
    return path()


@contextmanager
def proxy(folder: Path, location: str, target: str) -> Generator[str]:
    """Hands requests below `location` on to `target`; the address of the proxy."""
    program = path()
    assert program is not None, ADVICE
    port = _free_port()
    settings = CONFIGURATION.format(folder=folder, port=port, location=location, target=target)
    (folder / "nginx.conf").write_text(settings, encoding="utf-8")
    process = subprocess.Popen([program, "-e", f"{folder}/errors", "-c", f"{folder}/nginx.conf"])
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


if __name__ == "__main__":
    print("nginx:", obtain() or ADVICE)

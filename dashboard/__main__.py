"""Runs the dashboard from the command line: serves it, or writes it as files."""

import sys

from dashboard.command import EXPORT, SERVE, main

sys.exit(main(sys.argv[1:] if sys.argv[1:2] == [EXPORT] else [SERVE, *sys.argv[1:]]))

"""Runs the dashboard from the command line."""

import sys

from dashboard.command import main

sys.exit(main())

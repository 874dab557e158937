"""Runs the dashboard from the command line."""

import sys

from dashboard.serving import main

sys.exit(main())

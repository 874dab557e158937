"""Runs the validation from the command line."""

import sys

from validation.commands.main import run_alone

sys.exit(run_alone())

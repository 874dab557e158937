"""Runs the validation from the command line."""

import sys

from validation.command import main

sys.exit(main())

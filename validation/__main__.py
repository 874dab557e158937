"""Runs the validation from the command line."""

import gc
import sys

# What is loaded and read here lives as long as the run: to look for garbage in it takes a tenth of the time.
gc.disable()

from validation.commands.main import main  # noqa: E402

sys.exit(main())

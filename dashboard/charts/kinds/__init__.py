"""The kinds of chart, one a module."""

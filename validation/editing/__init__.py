"""Rows put into the tables one at a time: held against every rule first, written at once, taken back again."""

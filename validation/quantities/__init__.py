"""What a number is worth: intervals, amounts, units and the arithmetic with them; no files, no tables."""

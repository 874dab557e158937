"""The register as one typed whole: its numbers, their accounts, the events, what became of every numeral."""

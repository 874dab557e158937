"""The forms a report can take: each module turns one report into text for one kind of reader."""

"""What a run found, told to each kind of reader."""

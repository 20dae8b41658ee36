"""One thing that went out or could not."""

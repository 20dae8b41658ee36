"""Setting up a second factor for the first time."""

"""For whom do I act."""

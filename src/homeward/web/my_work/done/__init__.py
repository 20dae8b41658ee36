"""A task is done."""

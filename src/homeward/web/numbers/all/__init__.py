"""All numbers, in one list."""

"""The open file of a number."""

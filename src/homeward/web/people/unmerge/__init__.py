"""A merge taken back."""

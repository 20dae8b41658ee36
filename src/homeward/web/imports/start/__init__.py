"""A new delivery."""

"""A person has died."""

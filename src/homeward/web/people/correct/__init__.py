"""Putting a person's details right."""

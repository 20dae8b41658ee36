"""Giving a person's open work to a colleague."""

"""Choosing which role to work in."""

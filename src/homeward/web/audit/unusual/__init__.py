"""Openings that deserve a question."""

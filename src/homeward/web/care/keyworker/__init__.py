"""Naming who holds the care."""

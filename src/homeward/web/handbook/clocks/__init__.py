"""Clocks and the standards they are held to."""

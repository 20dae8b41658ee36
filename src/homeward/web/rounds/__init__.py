"""Rounds: a team's day, planned, looked at, and mended."""

"""Judging one opening out of turn."""

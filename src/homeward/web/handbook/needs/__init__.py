"""Needs a referrer can state."""

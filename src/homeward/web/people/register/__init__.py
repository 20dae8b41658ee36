"""Registering a person."""

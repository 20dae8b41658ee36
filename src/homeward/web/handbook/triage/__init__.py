"""Triage protocols."""

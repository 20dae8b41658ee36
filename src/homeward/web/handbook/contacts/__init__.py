"""Promised names."""

"""Copies of the records of people who asked."""

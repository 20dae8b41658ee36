"""Somebody comes into hospital."""

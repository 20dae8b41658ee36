"""Signing in with an email address and a password."""

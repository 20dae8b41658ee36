"""The second factor at sign-in."""

"""One promised name."""

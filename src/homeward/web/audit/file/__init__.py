"""The access log as a file."""

"""Questions about messages received, one a file."""

"""What the handbook holds."""

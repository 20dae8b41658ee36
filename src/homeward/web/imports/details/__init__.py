"""What partners tell otherwise than we know it."""

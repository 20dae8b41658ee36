"""What ward systems told, and what could not be read."""

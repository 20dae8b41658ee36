"""Pure rules of sending, on plain data."""

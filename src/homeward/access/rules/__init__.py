"""Pure rules of permission, on plain data."""

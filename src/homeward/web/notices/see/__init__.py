"""A notice is put away."""

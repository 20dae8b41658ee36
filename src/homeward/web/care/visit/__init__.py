"""A further visit is planned."""

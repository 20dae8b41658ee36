"""A person moves."""

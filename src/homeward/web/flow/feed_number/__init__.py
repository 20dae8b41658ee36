"""A number of a ward's system that means nobody any more."""

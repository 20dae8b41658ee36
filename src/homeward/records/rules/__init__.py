"""What follows from the text of a resource alone? Pure functions on plain data."""

"""What is right about a return? Pure functions on plain rows."""

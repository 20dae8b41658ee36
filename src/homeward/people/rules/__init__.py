"""What makes two records alike, and what does a line of typing ask for? Pure functions on plain data."""

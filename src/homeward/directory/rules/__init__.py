"""How are areas climbed and intake decided? Pure functions on plain data."""

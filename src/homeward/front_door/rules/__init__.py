"""Which rules hold on the line and at the door? Pure functions on plain data."""

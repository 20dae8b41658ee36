"""Everyone who opened this record."""

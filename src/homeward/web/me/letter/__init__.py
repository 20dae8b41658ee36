"""My care as a letter."""

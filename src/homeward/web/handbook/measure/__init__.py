"""One number as it is declared."""

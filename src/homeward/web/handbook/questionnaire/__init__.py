"""One form."""

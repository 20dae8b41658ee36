"""Services on offer."""

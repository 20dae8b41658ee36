"""One row of a delivery, old beside new."""

"""What has this place declared? The handbook, drawn from the declarations, with owner and review date on every page."""

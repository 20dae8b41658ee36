"""Who acts for a person, kept by staff."""

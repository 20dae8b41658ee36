"""Places, practices or teams beside one another, fairly."""

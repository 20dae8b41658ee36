"""Plans: forms that ask once, scores with their rule, the care and support plan, and assessments that others may trust."""

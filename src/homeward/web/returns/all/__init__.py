"""The page, its form and its template."""

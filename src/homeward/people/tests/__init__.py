"""Is the right person found, and never the wrong one?"""

"""Is every hazard held by a test?"""

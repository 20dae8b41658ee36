"""Not seen: why not, and what happens next?"""

"""Who are they?"""

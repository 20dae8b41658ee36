"""Which numbers does the partnership watch?"""

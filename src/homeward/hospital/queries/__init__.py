"""Which questions does the way home answer?"""

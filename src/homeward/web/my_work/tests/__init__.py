"""Does everybody begin in the right place?"""

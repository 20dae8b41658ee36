"""Is Homeward configured as its table of variables says?"""

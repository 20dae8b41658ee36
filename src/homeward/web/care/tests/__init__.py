"""Is care carried from its first contact to its end, by those whose it is?"""

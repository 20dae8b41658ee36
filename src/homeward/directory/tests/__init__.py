"""Does the directory hold what the place declares?"""

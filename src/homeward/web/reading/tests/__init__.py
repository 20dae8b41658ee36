"""Is what is read in other languages whole and honest?"""

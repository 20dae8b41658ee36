"""Is the demonstration true to its declared shape?"""

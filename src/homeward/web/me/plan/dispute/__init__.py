"""How do I say that a line is not right?"""

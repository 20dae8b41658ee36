"""Which apps did I let in?"""

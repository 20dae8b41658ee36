"""How does a team carry the care of one need, from the first contact to its end?"""

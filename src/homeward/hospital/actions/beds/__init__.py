"""How does a stay in a recovery bed begin, go and end?"""

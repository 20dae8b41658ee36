"""How do I have it put right?"""

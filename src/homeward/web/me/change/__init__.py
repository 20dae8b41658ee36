"""How do I ask for another time?"""

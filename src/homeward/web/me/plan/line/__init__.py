"""How do I write or change a line of my plan?"""

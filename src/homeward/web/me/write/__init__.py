"""How do I write to my team?"""

"""How do I ask for help?"""

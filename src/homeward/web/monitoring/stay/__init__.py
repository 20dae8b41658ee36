"""How is this person on the virtual ward?"""

"""How does the owner of an old number answer from a message, without signing in?"""

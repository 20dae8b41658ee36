"""How does somebody with an account refer?"""

"""May a partner without an account say yes, or no with a next owner?"""

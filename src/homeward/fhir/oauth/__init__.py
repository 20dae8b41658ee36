"""How does a partner's system get a token?"""

"""How does a partner's request come in, and how does an answer go out?"""

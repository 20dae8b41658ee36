"""How did the person say that they agree?"""

"""How did the tables of the numbers come to be as they are?"""

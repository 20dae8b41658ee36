"""How did the tables of plans come to be?"""

"""How did the tables of hospital stays come to be?"""

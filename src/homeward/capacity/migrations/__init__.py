"""How did the tables of capacity come to be?"""

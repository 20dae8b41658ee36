"""How did the tables of partners' records come to be?"""

"""How did the tables of episodes come to be?"""

"""How did the tables of visits come to be?"""

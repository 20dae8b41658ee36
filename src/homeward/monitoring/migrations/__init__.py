"""How did the tables of monitoring come to be?"""

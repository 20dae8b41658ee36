"""How did the tables of the front door come to be?"""

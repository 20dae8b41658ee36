"""How did the plan come to be as it is?"""

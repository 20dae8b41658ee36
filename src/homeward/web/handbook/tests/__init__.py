"""Does the handbook show every declaration?"""

"""Does the board show what is waiting to those who may see it, and nobody else?"""

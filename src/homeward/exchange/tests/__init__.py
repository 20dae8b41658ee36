"""Does what must leave the house arrive, once, and does a human see what cannot?"""

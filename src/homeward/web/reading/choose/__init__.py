"""How does somebody choose how they read?"""

"""How do people get home from hospital here?"""

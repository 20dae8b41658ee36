"""Who has seen that a number changed?"""

"""Are rounds what they should be?"""

"""Are notices hard to miss, calm, and put away once?"""

"""Which have I sent?"""

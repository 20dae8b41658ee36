"""Do the pages of access answer?"""

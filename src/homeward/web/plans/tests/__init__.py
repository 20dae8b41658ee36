"""Do the pages of plans hold?"""

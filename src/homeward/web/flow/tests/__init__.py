"""Do the pages of the way home show and do what they say?"""

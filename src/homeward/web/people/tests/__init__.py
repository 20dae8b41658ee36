"""Do the pages about people work, without scripts too?"""

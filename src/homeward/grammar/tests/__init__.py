"""Does the language of declarations do what it says?"""

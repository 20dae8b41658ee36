"""Does matching find who is one person, and only them?"""

"""Who visited whom, when, and what did they find?"""

"""Where are my requests?"""

"""Do people get home as the rules say?"""

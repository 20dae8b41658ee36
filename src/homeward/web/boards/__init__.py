"""Which boards do people open, what do they say now, and what is done about it?"""

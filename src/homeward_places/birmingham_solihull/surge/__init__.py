"""When is the partnership under pressure, and who then does what?"""

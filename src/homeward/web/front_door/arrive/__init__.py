"""Who has just come?"""

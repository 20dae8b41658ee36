"""Who is in hospital, and what happens next to get them home?"""

"""Who is in hospital, since when could they leave, and who does what next to get them home?"""

"""Who is at the hospital's door, and what came of what was meant there?"""

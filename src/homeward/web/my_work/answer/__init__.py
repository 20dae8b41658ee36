"""What does the team write back?"""

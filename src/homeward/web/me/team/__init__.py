"""Who is in my team?"""

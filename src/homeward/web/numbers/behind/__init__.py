"""Who is behind a number?"""

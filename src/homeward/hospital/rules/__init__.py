"""Which rules of the way home are pure?"""

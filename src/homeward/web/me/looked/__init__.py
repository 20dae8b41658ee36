"""Who looked at my record?"""

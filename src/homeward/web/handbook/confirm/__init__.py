"""Still right?"""

"""Which questions does every way in share?"""

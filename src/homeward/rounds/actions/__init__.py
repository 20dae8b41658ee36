"""Who changes rounds?"""

"""When are services open?"""

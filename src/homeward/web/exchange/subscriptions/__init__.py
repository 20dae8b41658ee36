"""Who asked to be told of changes?"""

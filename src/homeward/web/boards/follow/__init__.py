"""Who wants to be told of a number or a board?"""

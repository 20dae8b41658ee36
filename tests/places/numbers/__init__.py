"""Are the numbers of the place what one gets by hand?"""

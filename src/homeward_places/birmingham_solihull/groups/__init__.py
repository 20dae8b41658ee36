"""Which groups is care compared for?"""

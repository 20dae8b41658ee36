"""Which areas is the place made of, and how do they lie within one another?"""

"""What holds for the pages of returns?"""

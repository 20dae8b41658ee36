"""What was asked, advised and found?"""

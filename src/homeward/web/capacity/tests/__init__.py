"""What holds for the capacity pages?"""

"""What holds for the numbers pages?"""

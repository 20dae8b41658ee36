"""What holds for plans?"""

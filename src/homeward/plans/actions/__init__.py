"""What can be done to plans?"""

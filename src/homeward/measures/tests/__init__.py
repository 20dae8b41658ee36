"""What holds for the numbers?"""

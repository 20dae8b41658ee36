"""What came of it all, in numbers?"""

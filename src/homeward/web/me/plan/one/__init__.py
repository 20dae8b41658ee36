"""What is in my plan?"""

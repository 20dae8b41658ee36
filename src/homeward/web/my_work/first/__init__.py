"""What does somebody see first?"""

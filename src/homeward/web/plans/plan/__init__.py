"""What is in this person's plan?"""

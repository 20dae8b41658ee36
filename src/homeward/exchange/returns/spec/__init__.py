"""What does each written specification ask for, and where does each item come from?"""

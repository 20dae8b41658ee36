"""What is going on at the line?"""

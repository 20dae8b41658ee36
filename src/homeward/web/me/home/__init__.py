"""What is happening for me?"""

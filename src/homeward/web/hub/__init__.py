"""What does a hub coordinator work with?"""

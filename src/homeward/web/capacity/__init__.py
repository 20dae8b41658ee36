"""What is free, and how old is that knowledge?"""

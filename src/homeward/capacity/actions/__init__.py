"""What can be done with capacity?"""

"""What can somebody do for themselves?"""

"""What can be done on the way home from hospital?"""

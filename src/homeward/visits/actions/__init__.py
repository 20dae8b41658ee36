"""What can be done with a visit?"""

"""What follows from plain data, without asking anyone?"""

"""What follows from plain data about visits?"""

"""What follows from plain data about capacity?"""

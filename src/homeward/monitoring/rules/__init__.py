"""What follows from plain data about those who are watched at home?"""

"""What can be done for those who are watched at home?"""

"""What can be asked about those who are watched at home?"""

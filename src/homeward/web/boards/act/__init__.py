"""What is done about a number, by whom and by when?"""

"""What does a board look like on paper?"""

"""What happens to Homeward when parts of it die?"""

"""What does each situation report say, at the moment it is asked for?"""

"""What does the caller say?"""

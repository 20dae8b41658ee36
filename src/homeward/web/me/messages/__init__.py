"""What was written to me, and by me?"""

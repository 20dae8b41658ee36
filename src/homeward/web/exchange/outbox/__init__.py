"""What went out, what waits, what could not be sent?"""

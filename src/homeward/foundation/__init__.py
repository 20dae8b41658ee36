"""What does everything stand on that knows nothing of health or care?"""

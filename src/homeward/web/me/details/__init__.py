"""What is held about me?"""

"""What holds for visits?"""

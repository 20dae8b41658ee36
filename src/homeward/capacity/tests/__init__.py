"""What holds for capacity?"""

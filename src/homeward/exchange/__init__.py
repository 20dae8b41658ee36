"""What leaves the house, and did it arrive?"""

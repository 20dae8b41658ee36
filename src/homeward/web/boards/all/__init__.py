"""Which boards are there?"""

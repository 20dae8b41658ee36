"""What is being said on the telephone?"""

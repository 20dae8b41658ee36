"""What holds for the boards?"""

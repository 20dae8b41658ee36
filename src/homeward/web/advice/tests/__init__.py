"""What holds for the advice line's pages?"""

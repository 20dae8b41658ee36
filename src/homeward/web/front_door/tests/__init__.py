"""What holds for the front door's pages?"""

"""What holds for the visitor's pages?"""

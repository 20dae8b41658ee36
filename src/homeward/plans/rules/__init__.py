"""What can be worked out from plain data alone?"""

"""What does each resource show, one a file?"""

"""What holds on the line and at the door?"""

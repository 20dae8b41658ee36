"""What do others ask about capacity?"""

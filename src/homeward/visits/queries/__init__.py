"""What do others ask about visits?"""

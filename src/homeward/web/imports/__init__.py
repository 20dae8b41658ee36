"""What did partners send, and what became of it?"""

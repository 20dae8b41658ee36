"""What help is free, where, of what kind, and how old is that knowledge?"""

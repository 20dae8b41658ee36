"""Who is on the virtual ward, and who first?"""

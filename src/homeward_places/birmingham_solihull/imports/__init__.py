"""What do partners send here, and what is done about its faults?"""

"""What do partners say about this person’s health, for the blocks of their page?"""

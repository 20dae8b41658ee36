"""What do I wish of every visit?"""

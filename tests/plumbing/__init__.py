"""What do tests stand on: their settings, their database and its copies?"""

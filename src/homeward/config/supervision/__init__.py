"""How is one Homeward kept running on one machine?"""

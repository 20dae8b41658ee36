"""Do people get done what they came for, in a real browser on a served Homeward?"""

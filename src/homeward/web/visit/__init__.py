"""What does a visitor see on a phone?"""

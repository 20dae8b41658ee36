"""Which partners' systems take our messages?"""

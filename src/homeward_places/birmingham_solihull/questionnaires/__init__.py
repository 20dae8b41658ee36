"""Which forms are in use here?"""

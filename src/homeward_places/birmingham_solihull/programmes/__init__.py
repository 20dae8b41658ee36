"""Which programmes of work does the partnership run?"""

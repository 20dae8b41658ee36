"""Which services are on offer here?"""

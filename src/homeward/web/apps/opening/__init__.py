"""Which app is opened with this record?"""

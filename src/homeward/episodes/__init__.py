"""Which stretch of care is a person in, which tasks belong to it, and which waits are being measured?"""

"""Which parts of a record do fewer people see?"""

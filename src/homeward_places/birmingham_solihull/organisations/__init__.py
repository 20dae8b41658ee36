"""Which organisations give or buy care here?"""

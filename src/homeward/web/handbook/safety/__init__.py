"""Which hazards does the software hold?"""

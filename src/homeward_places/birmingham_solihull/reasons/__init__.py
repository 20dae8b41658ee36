"""Which reasons may be given for a move?"""

"""By which ways does anything leave the house?"""

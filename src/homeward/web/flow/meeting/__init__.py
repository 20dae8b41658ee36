"""The daily meeting: who does what next?"""

"""The contact: what happened when the person was seen?"""

"""Does the need form ask plainly and keep what was typed?"""

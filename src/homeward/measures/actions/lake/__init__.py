"""How do rows get from the database into the files of the lake?"""

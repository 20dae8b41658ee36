"""May this app act for me?"""

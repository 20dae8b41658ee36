"""What is given to the nation, and what is reported on demand?"""

"""What may be asked about what left the house?"""

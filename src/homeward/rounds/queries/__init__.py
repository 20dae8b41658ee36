"""What can be asked about rounds?"""

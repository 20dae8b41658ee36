"""What can be asked of plans?"""

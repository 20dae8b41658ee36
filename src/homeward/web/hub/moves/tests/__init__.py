"""Do moves ask for their reasons, and are clashes shown instead of overwritten?"""

"""A report: what is free now?"""

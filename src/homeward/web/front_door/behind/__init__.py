"""Who stands behind a number?"""

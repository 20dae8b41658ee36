"""Which partners may refer by a link?"""

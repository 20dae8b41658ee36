"""Which assessments wait for us?"""

"""Forms that ask once, care and support plans, and assessments that others trust: what do people see of them?"""

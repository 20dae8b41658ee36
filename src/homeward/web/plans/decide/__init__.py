"""Do we trust this assessment?"""

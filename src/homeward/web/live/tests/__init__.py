"""Do the live pushes reach those they concern, and nobody else?"""

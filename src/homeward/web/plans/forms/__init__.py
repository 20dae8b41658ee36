"""The person's forms: which are begun, finished, or can be begun?"""

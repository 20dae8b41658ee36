"""From which day are a number's limits set anew, and why?"""

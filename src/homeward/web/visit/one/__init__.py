"""One visit: where, whom, why, and what is known?"""

"""One form: what is known, and what is still asked?"""

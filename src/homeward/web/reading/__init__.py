"""In which language, how large and how plainly does somebody read?"""

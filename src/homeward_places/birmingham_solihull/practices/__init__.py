"""Which general practices are in the place, by locality?"""

"""How soon can help be needed?"""

"""Which teams answer needs, where and when?"""

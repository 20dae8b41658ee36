"""Do words, pages and menus say what they should?"""

"""How is a national return made, checked, kept and given out?"""

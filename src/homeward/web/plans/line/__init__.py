"""How is a line written, changed or ended?"""

"""How does what a partner writes become part of the record: created, changed, alone or many together?"""

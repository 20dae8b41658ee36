"""In which words is a place declared? Pure Python: no Django, no database, no reading of clocks."""

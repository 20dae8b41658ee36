"""How are people on virtual wards watched here?"""

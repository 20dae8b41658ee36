"""How are people watched at home?"""

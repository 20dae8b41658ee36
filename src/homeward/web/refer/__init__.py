"""How does somebody state a need for a person?"""

"""How are the partners' feeds?"""

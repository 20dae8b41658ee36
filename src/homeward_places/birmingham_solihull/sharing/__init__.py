"""How far is a record handed on and opened?"""

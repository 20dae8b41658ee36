"""How are ward systems heard?"""
